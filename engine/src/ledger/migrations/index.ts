// Comes in: a store with an older schema, or none.
// Goes out: the same store with the schema of this program.
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';
import { createLedger } from './0001-ledger.ts';
import { countReadings } from './0004-counts.ts';
import { addTokens } from './0005-tokens.ts';

/** In their order; the schema's number is how many have run. One that was released is never edited. */
export const migrations: readonly ((transaction: LedgerTransaction, store: Store) => Promise<void>)[] = [
  createLedger,
  countReadings,
  addTokens,
];
