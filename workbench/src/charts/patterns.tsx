import type { ReactElement } from 'react';
import { hues } from './series.ts';
import './palette.css';

/** The hatchings that charts are filled with; on a page once. */
export function ChartPatterns(): ReactElement {
  return (
    <svg className="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {hues.map((hue) => (
          <pattern
            key={hue}
            id={`chart-hatched-${hue}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill={`var(--chart-${hue})`} />
            <rect width="2.4" height="6" fill="var(--paper)" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
