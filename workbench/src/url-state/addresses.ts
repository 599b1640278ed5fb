import type { LedgerRecord, RecordedReport } from '../api/index.ts';

const segment = encodeURIComponent;

/** The page of a report, of the very version that is meant. */
export function reportAddress({ id, version }: Pick<RecordedReport, 'id' | 'version'>): string {
  return `/documents/${segment(id)}?version=${version}`;
}

/** The sentence itself, in its report. */
export function statementAddress({ id, report }: Pick<LedgerRecord, 'id' | 'report'>): string {
  return `${reportAddress(report)}&statement=${segment(id)}`;
}

/** The page of a speaker. Who is merely described, “a senior official”, is one of an outlet alone: it goes with the name. */
export function speakerAddress(name: string, publisher: string | null): string {
  return `/speakers/${segment(name)}?publisher=${segment(publisher ?? '')}`;
}
