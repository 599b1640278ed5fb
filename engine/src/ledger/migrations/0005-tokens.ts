import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';

/** Makes the table of those who may come in over the network. */
export async function addTokens(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { text } = store.columnTypes;
  await sql
    .raw(
      `create table token (
        name ${text} primary key, hash ${text} not null unique, role ${text} not null, added_at ${text} not null)`,
    )
    .execute(transaction);
}
