import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { answers, type RecordedReport } from '../../api/index.ts';
import { Button, EmptyState, Field, LinkButton, ListAnswer } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { countOf, dayOf, titleOf } from '../../words/index.ts';

/** Long enough that a word is not looked for letter by letter. */
const pauseMs = 300;

interface ReportPickerProps {
  readonly documents: readonly string[];
  readonly most: number;
}

/** Finds reports by words of their titles, and puts them beside each other or takes them away. */
export function ReportPicker({ documents, most }: ReportPickerProps): ReactElement {
  const { change } = useAddress();
  const [words, setWords] = useState('');
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const list = useInfiniteQuery(answers.documents({ words, limit: 20 }));
  const choose = (document: readonly string[]): void => change({ document });
  return (
    <div className="compare-picker">
      {documents.length < 2 && <p>Choose two or three reports, best of the same story in different outlets.</p>}
      <Chosen documents={documents} release={(id) => choose(documents.filter((other) => other !== id))} />
      <Field label="Words of the title">
        {(id) => (
          <input
            id={id}
            type="search"
            autoComplete="off"
            onInput={({ currentTarget }) => {
              clearTimeout(timer.current);
              timer.current = window.setTimeout(() => setWords(currentTarget.value.trim()), pauseMs);
            }}
          />
        )}
      </Field>
      <ListAnswer of={list} what="reports" empty={<Nothing filtered={words !== ''} />}>
        {(reports) => (
          <ul className="compare-found" aria-label="Reports">
            {reports.map((report) => {
              const chosen = documents.includes(report.id);
              return (
                <li key={report.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen}
                      disabled={!chosen && documents.length >= most}
                      onChange={() =>
                        choose(chosen ? documents.filter((other) => other !== report.id) : [...documents, report.id])
                      }
                    />
                    <span>
                      <span className="said">{titleOf(report)}</span>
                      <span className="dim small">
                        {[report.publisher, dayOf(report.date), countOf(report.statements, 'statement')]
                          .filter((part) => part !== null)
                          .join(' · ')}
                      </span>
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        )}
      </ListAnswer>
    </div>
  );
}

/** Those that are chosen already, also where the list does not show them. */
function Chosen({
  documents,
  release,
}: {
  readonly documents: readonly string[];
  readonly release: (id: string) => void;
}): ReactElement | null {
  const readings = useQueries({ queries: documents.map((id) => answers.document(id)) });
  if (documents.length === 0) return null;
  return (
    <ul className="compare-chosen" aria-label="Chosen">
      {documents.map((id, index) => {
        const { data, error } = readings[index]!;
        const report: RecordedReport | undefined = data?.report;
        const name = report === undefined ? (error === null ? '…' : `${id}: not in this ledger`) : titleOf(report);
        return (
          <li key={id} className="card">
            <span className="said">{name}</span>
            <Button look="quiet" aria-label={`Take “${name}” away`} onClick={() => release(id)}>
              ×
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactElement {
  if (filtered) return <EmptyState title="No report fits.">Look for fewer words of the title.</EmptyState>;
  return (
    <EmptyState title="There is no report in this ledger yet.">
      <LinkButton look="main" href="/add">
        Add reports
      </LinkButton>
    </EmptyState>
  );
}
