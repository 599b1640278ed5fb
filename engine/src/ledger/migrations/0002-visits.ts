import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';

/** Makes room for the addresses that were fetched, and for what was known of a page that could not be had. */
export async function addVisits(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { text } = store.columnTypes;
  await sql
    .raw(`create table visit (url ${text} primary key, etag ${text}, last_modified ${text}, kept_at ${text} not null)`)
    .execute(transaction);
  await sql.raw(`alter table failure add column known ${text}`).execute(transaction);
}
