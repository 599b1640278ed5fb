import type { ReportReading, ReportSummary } from '../api/index.ts';
import { reportAddress, statementAddress } from '../url-state/index.ts';
import { shown } from './shown.ts';

/** A step of the tour: what to look at, and where. */
export interface Stop {
  readonly title: string;
  readonly text: string;
  /** Null on the page where one is. */
  readonly address: string | null;
}

interface Found {
  readonly reports: readonly ReportSummary[];
  /** Of the report that is shown first; null until it is there. */
  readonly reading: ReportReading | null;
  /** Whether a note would cover half of the page. */
  readonly narrow: boolean;
}

/** The way in, and the three steps. Where a report of theirs has been taken away, they lead to the lists of what there is. */
export function stopsOf({ reports, reading, narrow }: Found): readonly Stop[] {
  const compared = shown.compared.map((url) => reports.find((report) => report.url === url)?.id);
  const isWhole = compared.every((id) => id !== undefined);
  return [
    {
      title: 'Who says so?',
      text: 'These reports and everybody in them are invented. Three steps show what According finds in them.',
      address: null,
    },
    {
      title: 'Whose word is it?',
      text: 'Choose a marked sentence: its note says who says it, what they do with it, who contradicts it, and how sure the reading is.',
      address: readerAddress(reports, reading, narrow),
    },
    {
      title: 'Who contradicts whom?',
      text: 'Statements that contradict another one of the same report. Nothing here says who is right.',
      address: '/disputes',
    },
    {
      title: 'The same story elsewhere',
      text: 'Who is quoted in one outlet and only told of in another, and whom one of them does not have at all.',
      address: isWhole
        ? `/compare?${new URLSearchParams(compared.map((id) => ['document', id!])).toString()}`
        : '/compare',
    },
  ];
}

function readerAddress(reports: readonly ReportSummary[], reading: ReportReading | null, narrow: boolean): string {
  const report = reports.find(({ url }) => url === shown.report);
  if (report === undefined) return '/documents';
  const statement = reading?.statements.find(
    ({ entity, disputedBy }) => entity?.type === 'person' && disputedBy.length > 0,
  );
  if (narrow || reading === null || statement === undefined) return reportAddress(report);
  return statementAddress({ id: statement.id, report: reading.report });
}
