import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Overview, Parameters } from '../../api/index.ts';
import { Live } from '../../design/index.ts';
import { statementsAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';

/** How much is counted, in a line. */
export function Figures({
  overview,
  query,
}: {
  readonly overview: Overview;
  readonly query: Parameters;
}): ReactElement {
  const { reports, statements, disputedStatements, ownVoiceClauses } = overview;
  return (
    <Live>
      <p className="overview-figures">
        <Link href={statementsAddress(query)}>{countOf(statements, 'statement')}</Link> in {countOf(reports, 'report')}
        {disputedStatements > 0 && (
          <>
            ,{' '}
            <Link href={statementsAddress({ ...query, disputed: true })}>
              {countOf(disputedStatements, 'of them', 'of them')} disputed
            </Link>
          </>
        )}
        {ownVoiceClauses > 0 && (
          <>
            ; besides,{' '}
            <Link href={statementsAddress({ ...query, kind: 'own-voice' })}>
              {countOf(ownVoiceClauses, 'sentence')} in the reports’ own voice
            </Link>
          </>
        )}
        .
      </p>
    </Live>
  );
}
