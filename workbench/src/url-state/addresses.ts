import { searchOf, type LedgerRecord, type Parameters, type RecordedReport, type Span } from '../api/index.ts';

const segment = encodeURIComponent;

/** The page of a report, of the very version that is meant. */
export function reportAddress({ id, version }: Pick<RecordedReport, 'id' | 'version'>): string {
  return `/documents/${segment(id)}?version=${version}`;
}

/** The sentence itself, in its report. */
export function statementAddress({ id, report }: Pick<LedgerRecord, 'id' | 'report'>): string {
  return `${reportAddress(report)}&statement=${segment(id)}`;
}

/** Any words of a report, in it. */
export function placeAddress(report: Pick<RecordedReport, 'id' | 'version'>, { start, end }: Span): string {
  return `${reportAddress(report)}&at=${start}-${end}`;
}

/**
 * The page of a speaker. Who is merely described, “a senior official”, is one of an outlet alone: it goes with the name,
 * unless it is not known.
 */
export function speakerAddress(name: string, publisher?: string | null): string {
  const page = `/speakers/${segment(name)}`;
  return publisher === undefined ? page : `${page}?publisher=${segment(publisher ?? '')}`;
}

/** All statements that a query finds. */
export function statementsAddress(query: Parameters): string {
  return `/statements?${searchOf(query).toString()}`;
}

/** All contradictions of a query; `against` is whose statement is contradicted. */
export function disputesAddress(query: Parameters, against?: string): string {
  const search = searchOf(query);
  if (against !== undefined) search.append('against', against);
  return `/disputes?${search.toString()}`;
}
