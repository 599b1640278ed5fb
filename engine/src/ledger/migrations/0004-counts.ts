import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import { listWords } from '../queries/list-words.ts';
import { countsOf } from '../queries/reading-counts.ts';
import { statementId } from '../queries/statement-id.ts';
import type { LedgerTransaction } from '../schema.ts';

const readingsAtOnce = 500;
const versionsAtOnce = 1000;

/** Counts what each reading found, folds titles, and makes room for counts of speakers, so that all can be listed. */
export async function countReadings(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { text, clustered } = store.columnTypes;
  for (const statement of [
    'alter table reading add column statements integer not null default 0',
    'alter table reading add column own_voice integer not null default 0',
    'alter table reading add column disputed integer not null default 0',
    `alter table version add column title_words ${text} not null default ''`,
    `create table speaker_count (
      name ${text} not null, outlet ${text} not null, described smallint not null, words ${text} not null,
      source_type ${text} not null, statements integer not null, reports integer not null, publishers integer not null,
      first_date ${text} not null, last_date ${text} not null, primary key (name, outlet)) ${clustered}`,
    'create index speaker_count_statements on speaker_count (statements desc, name, outlet)',
    'create index speaker_count_date on speaker_count (last_date desc, name, outlet)',
    'create index speaker_count_words on speaker_count (words, name, outlet)',
    `create table speaker_outlet (
      publisher ${text} not null, name ${text} not null, primary key (publisher, name)) ${clustered}`,
    'create index speaker_outlet_name on speaker_outlet (name)',
    'create table uncounted (reading_id bigint not null)',
    'insert into uncounted (reading_id) select id from reading',
    // Everything that a speaker's page counts: the statements themselves are not looked at.
    `create index appearance_name on appearance (speaker, date desc, statement_id, version_id, publisher, source_type,
      stance, quotation, disputed, latest, current, kind) where latest = 1 and current = 1 and kind = 'statement' and speaker <> ''`,
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
