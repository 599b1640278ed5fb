import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Count, SpeakerProfile } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { disputesAddress } from '../../url-state/index.ts';
import { countOf, numberOf } from '../../words/index.ts';

const fewOpponents = 8;

/** Whom a speaker contradicts, and who contradicts it; each leads to the sentences of both. */
export function Opponents({ profile }: { readonly profile: SpeakerProfile }): ReactElement {
  const { name, publisher, disputes, disputedBy } = profile;
  const outlet = publisher === null ? null : [publisher];
  return (
    <>
      <Names
        title="Disputes"
        none="Nobody, in these reports."
        counts={disputes}
        nameless="a report’s own voice, or nobody named"
        hrefOf={(other) => disputesAddress({ speakerName: name, publisher: outlet }, other)}
      />
      <Names
        title="Disputed by"
        none="Nobody, in these reports."
        counts={disputedBy}
        nameless="nobody named"
        hrefOf={(other) => disputesAddress({ speakerName: other, publisher: outlet }, name)}
      />
    </>
  );
}

interface NamesProps {
  readonly title: string;
  readonly none: string;
  readonly counts: readonly Count[];
  /** What stands for an empty name. */
  readonly nameless: string;
  readonly hrefOf: (name: string) => string;
}

function Names({ title, none, counts, nameless, hrefOf }: NamesProps): ReactElement {
  const [all, setAll] = useState(false);
  const shown = all ? counts : counts.slice(0, fewOpponents);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {counts.length === 0 ? (
        <p className="dim">{none}</p>
      ) : (
        <ul className="speaker-list">
          {shown.map(({ value, count }) => (
            <li key={value}>
              <Link href={hrefOf(value)}>{value === '' ? <i>{nameless}</i> : value}</Link>{' '}
              <span className="dim small">{countOf(count, 'statement')}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < counts.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {numberOf(counts.length - shown.length)} more
        </Button>
      )}
    </section>
  );
}
