import { useId, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { ReportReading } from '../../api/index.ts';
import { statementAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';

interface OwnVoiceProps {
  readonly names: readonly string[];
  readonly readings: readonly (ReportReading | undefined)[];
}

/** What each report states itself: there stands, in one, what another hands to somebody. */
export function OwnVoice({ names, readings }: OwnVoiceProps): ReactElement {
  const heading = useId();
  return (
    <section className="compare-speaker" aria-labelledby={heading}>
      <h2 id={heading}>With nobody’s name on it</h2>
      <ul className="compare-cells">
        {readings.map((reading, index) => (
          <li key={names[index]} className="compare-cell">
            <p className="compare-in dim small">{names[index]}</p>
            {reading === undefined ? (
              <p className="dim">…</p>
            ) : reading.ownVoice.length === 0 ? (
              <p className="dim">nothing</p>
            ) : (
              <details>
                <summary className="small">{countOf(reading.ownVoice.length, 'clause')} of its own voice</summary>
                <ol className="compare-sentences">
                  {reading.ownVoice.map(({ id, span }) => (
                    <li key={id}>
                      <Link href={statementAddress({ id, report: reading.report })}>
                        <span className="said own">{span.text}</span>
                      </Link>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
