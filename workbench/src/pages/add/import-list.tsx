import { useId, type ReactElement } from 'react';
import { Answer, EmptyState, Live } from '../../design/index.ts';
import { ImportCard } from './import-card.tsx';
import { countsInWords, nameOfImport, stateInWords } from './import-words.ts';
import type { Imports } from './use-imports.ts';

interface ImportListProps {
  readonly imports: Imports;
  /** Id of the import that this page has begun last. */
  readonly begun: string | null;
  readonly mayAdd: boolean;
}

/** The imports that the server remembers, the newest first. */
export function ImportList({ imports, begun, mayAdd }: ImportListProps): ReactElement {
  const heading = useId();
  const latest = imports.list.data?.items.find(({ id }) => id === begun);
  return (
    <section className="add-imports" aria-labelledby={heading}>
      <h2 id={heading}>Imports</h2>
      {/* What is counted up is not said over and over: how it stands is, and what has come of it. */}
      <Live hidden>
        {latest !== undefined &&
          `${nameOfImport(latest)}: ${stateInWords(latest)} ${latest.state === 'running' ? '' : countsInWords(latest)}`}
      </Live>
      <Answer of={imports.list} what="earlier imports">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing has been added here since the server began." />
          ) : (
            <ul className="add-list">
              {items.map((one) => (
                <ImportCard key={one.id} one={one} imports={imports} isNew={one.id === begun} mayAdd={mayAdd} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
