import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';

/** How much a ledger holds. */
export interface LedgerSummary {
  readonly reports: number;
  readonly versions: number;
  readonly texts: number;
  readonly readings: number;
  /** Statements and own-voice clauses of all readings. */
  readonly statements: number;
  readonly failures: number;
}

export async function summarise(store: Store): Promise<LedgerSummary> {
  const { rows } = await sql<LedgerSummary>`select
    (select count(*) from report) as reports, (select count(*) from version) as versions,
    (select count(*) from text) as texts, (select count(*) from reading) as readings,
    (select count(*) from statement) as statements, (select count(*) from failure) as failures`.execute(store.read);
  return { ...rows[0]! };
}
