import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import { codeExpression } from '../marks.ts';
import { addSheet } from '../queries/add-sheet.ts';
import { statementsOf } from '../queries/statement-id.ts';
import type { LedgerTransaction } from '../schema.ts';
import { speakerKey, type SpeakerKey } from '../speaker-key.ts';

/** Makes the tables that counting reads, and finds speakers by their dates; fills them from what is there. */
export async function addSheets(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { text, clustered } = store.columnTypes;
  const id = store.kind === 'sqlite' ? 'id integer primary key' : 'id bigint not null';
  const statements = [
    `create table speaker (${id}, name ${text} not null, words ${text} not null)`,
    ...(store.kind === 'sqlite' ? [] : ['create index speaker_id on speaker (id)']),
    `create table sheet (
      reading_id bigint primary key, marks ${text} not null, confidences ${text} not null) ${clustered}`,
    `create table printing (
      reading_id bigint not null, version_id bigint not null, latest smallint not null, current smallint not null,
      publisher ${text}, date ${text} not null, primary key (reading_id, version_id)) ${clustered}`,
    'alter table statement add column speaker_id bigint not null default 0',
    'alter table appearance add column speaker_id bigint not null default 0',
    'alter table appearance add column code integer not null default 0',
  ];
  for (const statement of statements) await sql.raw(statement).execute(transaction);
  await fillSpeakers(transaction, store);
  await fillSheets(transaction, store);
  await sql`insert into printing (reading_id, version_id, latest, current, publisher, date)
    select r.id, v.id, v.latest, r.current, p.publisher, coalesce(v.date, '')
    from reading r join version v on v.text_id = r.text_id join report p on p.id = v.report_id`.execute(transaction);
  await sql`update appearance set code = ${sql.raw(codeExpression('appearance'))},
    speaker_id = (select s.speaker_id from statement s where s.id = appearance.statement_id)`.execute(transaction);
  // Holds all that is counted: of a speaker with many thousand statements, no other page of the file is touched.
  await sql`create index appearance_speaker on appearance
    (speaker_id, date desc, statement_id, version_id, latest, current, code, publisher)`.execute(transaction);
}

/** What no name begins with. */
const absent = '\u0001';

async function fillSpeakers(transaction: LedgerTransaction, store: Store): Promise<void> {
  const pairs = await transaction
    .selectFrom('statement')
    .select(['entity_name', 'speaker'])
    .distinct()
    .where((where) => where.or([where('entity_name', 'is not', null), where('speaker', 'is not', null)]))
    .execute();
  if (pairs.length === 0) return;
  const { text } = store.columnTypes;
  await sql.raw(`create table speaker_of (entity ${text}, speaker ${text}, id bigint)`).execute(transaction);
  const keys = new Map<number, SpeakerKey>();
  for (const pair of pairs) {
    const key = speakerKey(pair);
    if (key.id !== 0) keys.set(key.id, key);
    const { entity_name: entity, speaker } = pair;
    await sql`insert into speaker_of values (${entity ?? absent}, ${speaker ?? absent}, ${key.id})`.execute(
      transaction,
    );
  }
  await store.insertSpeakers(transaction, [...keys.values()]);
  await sql`create index speaker_of_names on speaker_of (entity, speaker)`.execute(transaction);
  await sql`update statement set speaker_id = (select o.id from speaker_of o
    where o.entity = coalesce(statement.entity_name, ${absent}) and o.speaker = coalesce(statement.speaker, ${absent}))
    where entity_name is not null or speaker is not null`.execute(transaction);
  await sql`drop table speaker_of`.execute(transaction);
}

async function fillSheets(transaction: LedgerTransaction, store: Store): Promise<void> {
  const readings = await transaction.selectFrom('reading').select('id').orderBy('id').execute();
  for (const { id } of readings) {
    const { first, last } = statementsOf(id);
    const statements = await transaction
      .selectFrom('statement')
      .select(['kind', 'disputed', 'source_type', 'stance', 'distance', 'quotation', 'confidence', 'speaker_id'])
      .where('id', '>=', first)
      .where('id', '<=', last)
      .orderBy('id')
      .execute();
    // The speakers are there already: their numbers are all that a sheet needs.
    const speakers = statements.map(({ speaker_id }) => ({ id: speaker_id, name: '', words: '' }));
    await addSheet(transaction, { ...store, insertSpeakers: async () => {} }, id, { statements, speakers });
  }
}
