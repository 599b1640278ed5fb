import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import { listWords } from '../queries/list-words.ts';
import { countsOf } from '../queries/reading-counts.ts';
import { statementId } from '../queries/statement-id.ts';
import type { LedgerTransaction } from '../schema.ts';

const readingsAtOnce = 500;
const versionsAtOnce = 1000;

/** Counts what each reading found, and folds titles, so that reports can be listed. */
export async function countReadings(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { text } = store.columnTypes;
  for (const statement of [
    'alter table reading add column statements integer not null default 0',
    'alter table reading add column own_voice integer not null default 0',
    'alter table reading add column disputed integer not null default 0',
    `alter table version add column title_words ${text} not null default ''`,
  ])
    await sql.raw(statement).execute(transaction);
  await countOlder(transaction);
  await foldOlder(transaction);
}

async function countOlder(transaction: LedgerTransaction): Promise<void> {
  for (let last = 0; ;) {
    const readings = await transaction
      .selectFrom('reading')
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(readingsAtOnce)
      .execute();
    if (readings.length === 0) return;
    const until = readings.at(-1)!.id;
    const statements = await transaction
      .selectFrom('statement')
      .select(['reading_id', 'kind', 'disputed'])
      .where('id', '>=', statementId(last + 1, 0))
      .where('id', '<', statementId(until + 1, 0))
      .execute();
    const byReading = Map.groupBy(statements, (statement) => statement.reading_id);
    for (const { id } of readings)
      await transaction
        .updateTable('reading')
        .set(countsOf(byReading.get(id) ?? []))
        .where('id', '=', id)
        .execute();
    last = until;
  }
}

async function foldOlder(transaction: LedgerTransaction): Promise<void> {
  for (let last = 0; ;) {
    const versions = await transaction
      .selectFrom('version')
      .select(['id', 'title'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(versionsAtOnce)
      .execute();
    if (versions.length === 0) return;
    for (const { id, title } of versions)
      await transaction
        .updateTable('version')
        .set({ title_words: listWords(title) })
        .where('id', '=', id)
        .execute();
    last = versions.at(-1)!.id;
  }
}
