import { sql } from 'kysely';
import { AccordingError } from '../errors.ts';
import type { Store } from './dialect/store.ts';
import { migrations } from './migrations/index.ts';
import type { LedgerDatabase } from './schema.ts';

/**
 * Brings a store to the schema of this program; one that has it already is only looked at.
 *
 * @throws {AccordingError} `ledger-newer` where a later program has been there
 */
export async function migrate(store: Store): Promise<void> {
  if ((await schemaOf(store, store.read)) === migrations.length) return;
  await store.write.transaction().execute(async (transaction) => {
    await store.beginMigration(transaction);
    await sql`create table if not exists meta (key text primary key, value text not null)`.execute(transaction);
    // Another process may have migrated since.
    const has = await schemaOf(store, transaction);
    for (const migration of migrations.slice(has)) await migration(transaction, store);
    await transaction
      .insertInto('meta')
      .values({ key: 'schema', value: String(migrations.length) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(migrations.length) }))
      .execute();
  });
}

/**
 * Looks whether a store has a ledger that this program knows, and changes nothing.
 *
 * @throws {AccordingError} `ledger-missing` where it has none, `ledger-newer`
 */
export async function checkSchema(store: Store): Promise<void> {
  if ((await schemaOf(store, store.read)) > 0) return;
  throw new AccordingError('ledger-missing', `Expected a ledger, got an empty database: ${store.name}`);
}

async function schemaOf(store: Store, database: LedgerDatabase): Promise<number> {
  const found =
    store.kind === 'sqlite'
      ? sql<{ found: unknown }>`select name as found from sqlite_master where name = 'meta'`
      : sql<{ found: unknown }>`select to_regclass('meta') as found`;
  if (((await found.execute(database)).rows[0]?.found ?? null) === null) return 0;
  const row = await database.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst();
  const has = Number(row?.value ?? 0);
  if (has > migrations.length)
    throw new AccordingError(
      'ledger-newer',
      `Expected a ledger of schema ${migrations.length} or older, got ${has}: a newer version of according has changed ${store.name}`,
      { schema: has },
    );
  return has;
}
