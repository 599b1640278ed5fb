import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';

/** Makes the tables; `schema.ts` says what each column holds. */
export async function createLedger(transaction: LedgerTransaction, store: Store): Promise<void> {
  const { identity, text, clustered } = store.columnTypes;
  const statements = [
    `create table report (
      id ${identity}, key ${text} not null unique, address ${text} not null unique, url ${text}, publisher ${text},
      origin ${text} not null)`,
    `create table text (
      id ${identity}, sha256 ${text} not null unique, text ${text} not null, length bigint not null)`,
    `create table version (
      id ${identity}, report_id bigint not null references report (id), text_id bigint not null references text (id),
      number integer not null, previous_id bigint references version (id), title ${text}, date ${text},
      date_origin ${text} not null, seen_at ${text} not null, latest smallint not null, difference ${text},
      unique (report_id, number), unique (text_id, report_id))`,
    `create table reading (
      id ${identity}, key ${text} not null unique, text_id bigint not null references text (id), model_name ${text} not null,
      model_version ${text} not null, current smallint not null, read_at ${text} not null, diagnostics ${text} not null,
      unique (text_id, model_name, model_version))`,
    `create table entity (
      reading_id bigint not null references reading (id), label ${text} not null, name ${text} not null,
      type ${text} not null, mentions ${text} not null, aliases ${text} not null, roles ${text} not null,
      primary key (reading_id, label)) ${clustered}`,
    `create table statement (
      id bigint primary key, reading_id bigint not null, text_id bigint not null, kind ${text} not null,
      label ${text} not null, parent ${text}, spans ${text} not null, source ${text} not null, cue ${text} not null,
      content ${text} not null, sentence_start bigint not null, sentence_end bigint not null, sentence ${text} not null,
      speaker ${text}, entity_label ${text}, entity_name ${text}, entity_type ${text}, source_type ${text},
      quotation ${text}, stance ${text}, distance ${text}, confidence double precision not null, addressee ${text},
      said ${text}, disputes smallint not null, disputed smallint not null)`.replace(
      'id bigint primary key',
      store.kind === 'sqlite' ? 'id integer primary key' : 'id bigint primary key',
    ),
    `create table dispute (
      statement_id bigint not null, disputed_id bigint, start bigint, "end" bigint)`,
    'create index dispute_statement on dispute (statement_id)',
    'create index dispute_disputed on dispute (disputed_id)',
    `create table appearance (
      statement_id bigint not null, version_id bigint not null, latest smallint not null, current smallint not null,
      kind ${text} not null, source_type ${text}, stance ${text}, distance ${text}, quotation ${text},
      disputed smallint not null, confidence double precision not null, speaker ${text} not null, publisher ${text},
      date ${text} not null, primary key (statement_id, version_id)) ${clustered}`,
    'create index appearance_date on appearance (date desc, statement_id, version_id)',
    `create table failure (
      origin ${text} primary key, code ${text} not null, message ${text} not null, attempts integer not null,
      last_at ${text} not null)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(transaction);
  await store.createWordIndex(transaction);
}
