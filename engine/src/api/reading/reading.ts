import type { Ledger } from '../../ledger/index.ts';

/** What of a ledger answers queries, each by one call. */
export const readingMethods = [
  'search',
  'facets',
  'overview',
  'record',
  'text',
  'summary',
  'reports',
  'reading',
  'speakers',
  'speaker',
  'disputes',
  'compare',
] as const;

export type ReadingMethod = (typeof readingMethods)[number];

/** What answers queries: the ledger itself, or threads that have it open too. */
export type Reading = Pick<Ledger, ReadingMethod>;
