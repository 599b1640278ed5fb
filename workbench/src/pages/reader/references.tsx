import type { ReactElement } from 'react';
import type { ReadingView } from './reading-view.ts';

/** Other statements as links: the numbers of each speaker with its name. */
export function References({
  to,
  view,
  onChoose,
}: {
  readonly to: readonly number[];
  readonly view: ReadingView;
  readonly onChoose: (statement: number) => void;
}): ReactElement {
  const groups = Map.groupBy(to, (index) => view.entries[index]!.name);
  return (
    <>
      {Array.from(groups, ([name, indices], place) => (
        <span key={name}>
          {place > 0 && ', '}
          {indices.map((index) => (
            <span key={index}>
              <button
                type="button"
                className="reader-reference"
                onClick={() => onChoose(index)}
                aria-label={`Statement ${index + 1}, ${name}`}
              >
                {index + 1}
              </button>{' '}
            </span>
          ))}
          {name}
        </span>
      ))}
    </>
  );
}
