import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { answers, type RecordedReport } from '../../api/index.ts';
import { statementAddress } from '../../url-state/index.ts';

/** What an address shows whose statement is of another version, or of an older reading. */
export function MissingStatement({
  id,
  report,
}: {
  readonly id: string;
  readonly report: RecordedReport;
}): ReactElement | null {
  const { data, isPending } = useQuery(answers.statement(id));
  if (isPending) return null;
  const elsewhere = data !== undefined && (data.report.id !== report.id || data.report.version !== report.version);
  return (
    <p className="reader-missing card" role="status">
      {elsewhere ? (
        <>
          The statement in the address stands in{' '}
          <Link href={statementAddress(data)}>
            {data.report.id === report.id ? `version ${data.report.version} of this report` : 'another report'}
          </Link>
          .
        </>
      ) : (
        'The statement in the address is of an older reading: a newer one found other statements in this text.'
      )}
    </p>
  );
}
