import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { RecordedReport } from '../api/index.ts';
import { reportAddress } from '../url-state/index.ts';
import { dayOf, titleOf } from '../words/index.ts';

/** A report above what stands in it: its title, its outlet and its date. */
export function ReportLine({ report }: { readonly report: RecordedReport }): ReactElement {
  return (
    <>
      <Link href={reportAddress(report)}>{titleOf(report)}</Link>{' '}
      <span className="record-of dim">
        {[report.publisher, dayOf(report.date)].filter((part) => part !== null).join(' · ')}
      </span>
    </>
  );
}
