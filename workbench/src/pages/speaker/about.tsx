import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { SpeakerProfile } from '../../api/index.ts';
import { Chip } from '../../design/index.ts';
import { statementsAddress } from '../../url-state/index.ts';
import { countOf, dayOf } from '../../words/index.ts';
import { queryOf } from './query-of.ts';
import { SameDescription } from './same-description.tsx';

/** Who this is, how much it says, and what other names it has. */
export function About({ profile }: { readonly profile: SpeakerProfile }): ReactElement {
  const { name, publisher, sourceType, statements, reports, publishers, firstDate, lastDate, aliases } = profile;
  const others = profile.bySourceType.filter(({ value }) => value !== sourceType);
  return (
    <div className="speaker-about">
      <p>
        <Chip.Value field="sourceType" value={sourceType} />{' '}
        {others.map(({ value, count }) => (
          <span key={value} className="dim small" title={`in ${countOf(count, 'statement')}`}>
            elsewhere <Chip.Value field="sourceType" value={value} />{' '}
          </span>
        ))}
      </p>
      <p className="speaker-figures">
        <Link href={statementsAddress(queryOf(profile))}>{countOf(statements, 'statement')}</Link> in{' '}
        {countOf(reports, 'report')}
        {ofOutlets(publisher, publishers)}
        {firstDate !== null &&
          (dayOf(firstDate) === dayOf(lastDate)
            ? `, of ${dayOf(firstDate)}`
            : `, from ${dayOf(firstDate)} to ${dayOf(lastDate)}`)}
        .
      </p>
      {aliases.length > 0 && (
        <p>
          Also called{' '}
          {aliases.map(({ value, count }, index) => (
            <span key={value}>
              {index > 0 && ', '}
              <span className="said">{value}</span> <span className="dim small">({countOf(count, 'report')})</span>
            </span>
          ))}
          .
        </p>
      )}
      {publisher !== null ? (
        <div className="card speaker-caution">
          <p>
            “{name}” is a description, not a name: here stands whatever{' '}
            {publisher === '' ? 'reports of no known outlet hand' : `${publisher} hands`} to somebody so described. Two
            officials of one description need not be one person, not even in one outlet.
          </p>
          <SameDescription name={name} publisher={publisher} />
        </div>
      ) : (
        <p className="dim small">Whoever reports call by this name stands here; two persons of one name are one.</p>
      )}
    </div>
  );
}

function ofOutlets(publisher: string | null, publishers: number): string {
  if (publisher !== null && publisher !== '') return ` of ${publisher}`;
  return publishers === 0 ? ' of no known outlet' : ` of ${countOf(publishers, 'outlet')}`;
}
