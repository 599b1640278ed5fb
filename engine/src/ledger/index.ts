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
export { facetNames, searchOrders } from './queries/ledger-query.ts';
export type {
  FacetCount,
  FacetName,
  FacetOptions,
  Facets,
  LedgerQuery,
  SearchHit,
  SearchOptions,
  SearchOrder,
  SearchPage,
} from './queries/ledger-query.ts';
export type { LedgerSummary } from './queries/summarise.ts';
export { textDifference } from './text-difference.ts';
export type { Change } from './text-difference.ts';
