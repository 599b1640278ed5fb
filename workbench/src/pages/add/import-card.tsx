import { useEffect, useId, useRef, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Import } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { countOf, instantOf } from '../../words/index.ts';
import { countsInWords, nameOfImport, shareOf, stateInWords } from './import-words.ts';
import { Refusal } from './refusal.tsx';
import type { Imports } from './use-imports.ts';

/** More than these are folded away. */
const mostOpen = 5;

interface ImportCardProps {
  readonly one: Import;
  readonly imports: Imports;
  /** Whether it was begun on this page just now: then this is where one is led. */
  readonly isNew: boolean;
  readonly mayAdd: boolean;
}

/** An import: how far it is, what came in, what failed and why. */
export function ImportCard({ one, imports, isNew, mayAdd }: ImportCardProps): ReactElement {
  const { stop, retry, cutOff } = imports;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const lead = (): void => heading.current?.focus();
  useEffect(() => {
    if (isNew) lead();
  }, [isNew]);
  const running = one.state === 'running';
  const problem = [stop, retry].find(({ variables, error }) => variables === one.id && error !== null)?.error ?? null;
  return (
    <li className="card add-import" aria-labelledby={id}>
      <div className="add-import-head">
        <h3 id={id} ref={heading} tabIndex={-1}>
          {nameOfImport(one)}
        </h3>
        <span className="dim small">{instantOf(one.startedAt)}</span>
      </div>
      <p>{running && cutOff && !one.waiting ? 'The server does not answer; trying again …' : stateInWords(one)}</p>
      {running && !one.waiting && <Progress one={one} labelledBy={id} />}
      {(!running || one.counts.added > 0 || one.counts.failed > 0) && <p>{countsInWords(one)}</p>}
      {one.error !== null && <Refusal error={`${one.error.message} (${one.error.code})`} />}
      <Reports one={one} />
      <Failures one={one} />
      {mayAdd && (
        <p className="add-actions no-print">
          {running && (
            <Button onClick={() => (lead(), stop.mutate(one.id))} disabled={stop.isPending}>
              Stop
            </Button>
          )}
          {!running && (one.counts.failed > 0 || one.state === 'stopped') && (
            <Button onClick={() => (lead(), retry.mutate(one.id))} disabled={retry.isPending}>
              {one.state === 'stopped' ? 'Do the rest' : 'Try again'}
            </Button>
          )}
        </p>
      )}
      <Refusal error={problem} />
    </li>
  );
}

function Progress({ one, labelledBy }: { readonly one: Import; readonly labelledBy: string }): ReactElement {
  const share = shareOf(one);
  return <progress aria-labelledby={labelledBy} {...(share !== null && { value: share })} />;
}

function Reports({ one: { reports } }: { readonly one: Import }): ReactElement | null {
  if (reports.length === 0) return null;
  // The last to come in is what one looks for.
  const newest = reports.toReversed();
  const list = (some: Import['reports']): ReactElement => (
    <ul className="add-reports">
      {some.map(({ id, title, origin, kind }) => (
        <li key={`${id} ${kind}`}>
          <Link className="said" href={`/documents/${encodeURIComponent(id)}`}>
            {title ?? origin}
          </Link>
          {kind === 'new-version' && (
            <>
              {' '}
              <Link className="small" href={`/documents/${encodeURIComponent(id)}?compare=1`}>
                new version
              </Link>
            </>
          )}
          {kind === 'unchanged' && <span className="dim small"> there already</span>}
        </li>
      ))}
    </ul>
  );
  const more = newest.slice(mostOpen);
  return (
    <>
      {list(newest.slice(0, mostOpen))}
      {more.length > 0 && (
        <details>
          <summary className="small">{countOf(more.length, 'more report')}</summary>
          {list(more)}
        </details>
      )}
    </>
  );
}

function Failures({ one: { failures, counts } }: { readonly one: Import }): ReactElement | null {
  if (failures.length === 0) return null;
  return (
    <details open={failures.length <= mostOpen}>
      <summary className="small">{countOf(counts.failed, 'report')} that could not be read</summary>
      <ul className="add-failures">
        {failures.map(({ origin, code, message }, index) => (
          <li key={index}>
            <b>{origin}</b> {message} <code>{code}</code>
          </li>
        ))}
      </ul>
      {counts.failed > failures.length && <p className="dim small">The first {failures.length} are shown.</p>}
    </details>
  );
}
