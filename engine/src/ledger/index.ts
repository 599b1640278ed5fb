// Comes in: reports that were read, with where each came from; and queries.
// Goes out: statements and own-voice clauses with the reports they stand in, and how many there are of each kind.
export { addressOf, readingKey, reportKey } from './address.ts';
export type { ReportFacts } from './address.ts';
export { canonicalUrl } from './canonical-url.ts';
export { copyLedger } from './copy-ledger.ts';
export type { CopyProgress } from './copy-ledger.ts';
export { Ledger } from './ledger.ts';
export type { Model, ReadReport } from './ledger.ts';
export { isServerAddress, openLedger } from './open-ledger.ts';
export type { OpenOptions } from './open-ledger.ts';
export type { AddOutcome } from './queries/add-many.ts';
export type { AddResult } from './queries/add-report.ts';
export type { Failure } from './queries/failures.ts';
export type { Known, StaleText } from './queries/known-texts.ts';
export { searchOrders } from './queries/ledger-query.ts';
export type {
  FacetCount,
  Facets,
  LedgerQuery,
  SearchHit,
  SearchOptions,
  SearchOrder,
  SearchPage,
} from './queries/ledger-query.ts';
export type { ListOptions } from './queries/list-page.ts';
export { reportOrders } from './queries/report-list.ts';
export type { ReportOptions, ReportOrder, ReportQuery } from './queries/report-list.ts';
export { speakerOrders } from './queries/speaker-list.ts';
export type { SpeakerOptions, SpeakerOrder, SpeakerQuery } from './queries/speaker-list.ts';
export type { LedgerSummary } from './queries/summarise.ts';
export { tokenRoles } from './queries/tokens.ts';
export type { TokenHolder, TokenRole } from './queries/tokens.ts';
export { textDifference } from './text-difference.ts';
export type { Change } from './text-difference.ts';
