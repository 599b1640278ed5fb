import type { RecordedReport, ReportStatement, StatementRecord } from '../api/index.ts';

/** How a speaker is called where the report may name nobody. */
export function nameOfSpeaker({
  entity,
  speaker,
}: Pick<StatementRecord | ReportStatement, 'entity' | 'speaker'>): string {
  return entity?.name ?? speaker ?? 'nobody named';
}

/** How a report is called that may have no title. */
export function titleOf({ title, url, sha256 }: Pick<RecordedReport, 'title' | 'url' | 'sha256'>): string {
  return title ?? url ?? `report ${sha256.slice(0, 8)}`;
}

/** How an outlet is called; an empty one stands for reports without one. */
export function outletLabel(publisher: string): string {
  return publisher === '' ? 'no outlet known' : publisher;
}
