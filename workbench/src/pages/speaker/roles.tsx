import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { RoleOfSpeaker } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { placeAddress } from '../../url-state/index.ts';
import { countOf, dayOf, numberOf, titleOf } from '../../words/index.ts';

const fewRoles = 8;

/** Titles and functions, each leading to a sentence that says so. */
export function Roles({ roles }: { readonly roles: readonly RoleOfSpeaker[] }): ReactElement {
  const [all, setAll] = useState(false);
  const shown = all ? roles : roles.slice(0, fewRoles);
  return (
    <section aria-labelledby="speaker-roles">
      <h2 id="speaker-roles">Roles</h2>
      {roles.length === 0 ? (
        <p className="dim">No report tells any.</p>
      ) : (
        <ul className="speaker-list">
          {shown.map(({ text, reports, firstDate, lastDate, example }) => (
            <li key={text}>
              <Link className="said" href={placeAddress(example.report, example)}>
                {text}
              </Link>{' '}
              <span className="dim small">
                {periodOf(firstDate, lastDate)} · {countOf(reports, 'report')}, such as “{titleOf(example.report)}”
              </span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < roles.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {numberOf(roles.length - shown.length)} more
        </Button>
      )}
    </section>
  );
}

function periodOf(first: string | null, last: string | null): string {
  return dayOf(first) === dayOf(last) ? dayOf(first) : `${dayOf(first)} – ${dayOf(last)}`;
}
