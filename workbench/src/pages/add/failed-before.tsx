import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { ListAnswer } from '../../design/index.ts';
import { countOf, instantOf } from '../../words/index.ts';

/** What the ledger remembers as not readable, whoever tried; nothing where there is none. */
export function FailedBefore(): ReactElement | null {
  const ledger = useQuery(answers.ledger());
  const list = useInfiniteQuery(answers.failures());
  const count = ledger.data?.failures ?? 0;
  if (count === 0) return null;
  return (
    <details className="add-failed">
      <summary>{countOf(count, 'report')} of all imports could not be read so far</summary>
      <p className="dim small">
        “according add --retry” tries all of them again where they came from files or addresses.
      </p>
      <ListAnswer of={list} what="failures" empty={<p className="dim">None any more.</p>}>
        {(failures) => (
          <ul className="add-failures">
            {failures.map(({ origin, code, message, lastAt }) => (
              <li key={origin}>
                <b>{origin}</b> {message} <code>{code}</code> <span className="dim small">{instantOf(lastAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </ListAnswer>
    </details>
  );
}
