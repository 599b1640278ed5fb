import type { LedgerRecord, RecordedReport } from '../record/index.ts';

/** The records of one report that came one after the other. */
export interface ReportRecords {
  readonly report: RecordedReport;
  readonly records: readonly LedgerRecord[];
}

/**
 * Puts records that follow each other and stand in one text of one report together; a report whose records come apart is given as often.
 *
 * Holds one report's records at a time.
 */
export async function* groupReports(records: AsyncIterable<LedgerRecord>): AsyncGenerator<ReportRecords> {
  let group: LedgerRecord[] = [];
  for await (const record of records) {
    const last = group.at(-1)?.report;
    if (last !== undefined && !isSameText(last, record.report)) {
      yield { report: last, records: group };
      group = [];
    }
    group.push(record);
  }
  if (group.length > 0) yield { report: group[0]!.report, records: group };
}

function isSameText(a: RecordedReport, b: RecordedReport): boolean {
  return a === b || (a.id === b.id && a.version === b.version && a.sha256 === b.sha256);
}
