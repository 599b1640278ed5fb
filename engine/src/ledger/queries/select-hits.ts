import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Store, WordMatch } from '../dialect/store.ts';
import type { LedgerTables } from '../schema.ts';
import { parsePhrases } from '../words.ts';
import { datesWithin } from './dates-within.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { mostStatements } from './statement-id.ts';

/** Searching costs a step for each word. */
const mostWords = 100;

/** A selection of `appearance`, joined with the word index where words are looked for. */
export interface Hits {
  readonly select: SelectQueryBuilder<LedgerTables, 'appearance' | 'statement_words', object>;
  /** Null where no words are looked for. */
  readonly match: WordMatch | null;
}

/**
 * The appearances that a query asks for.
 *
 * @throws {AccordingError} `query-invalid`
 */
export function selectHits(store: Store, query: LedgerQuery): Hits {
  const match = matchOf(query);
  // With words the index comes first, always: SQLite keeps the order of a cross join, PostgreSQL knows by its counts.
  let select = (match === null
    ? store.read.selectFrom('appearance')
    : store.read.selectFrom('statement_words').crossJoin('appearance')) as unknown as Hits['select'];
  if (match !== null) {
    select = select.whereRef('appearance.statement_id', '=', 'statement_words.rowid');
    // Words of a query that has none but signs occur nowhere.
    const none = match.phrases.length + match.speaker.length === 0;
    select = select.where(none ? sql<boolean>`1 = 0` : store.matches(match));
  }
  // As literals: SQLite uses an index of some rows only where it sees that they are meant.
  if (query.versions !== 'all') select = select.where('appearance.latest', '=', sql.lit(1));
  if (query.readings !== 'all') select = select.where('appearance.current', '=', sql.lit(1));
  const { kind = 'statement', speakerName } = query;
  if (kind !== 'any') select = select.where('appearance.kind', '=', kind === 'statement' ? sql.lit(kind) : kind);
  if (speakerName !== undefined) {
    select = select.where('appearance.speaker', '=', speakerName.replaceAll('\0', '\ufffd'));
    if (speakerName !== '') select = select.where('appearance.speaker', '<>', sql.lit(''));
  }
  for (const [column, values] of [
    ['appearance.source_type', query.sourceType],
    ['appearance.stance', query.stance],
    ['appearance.distance', query.distance],
    ['appearance.quotation', query.quotation],
  ] as const) {
    if (values === undefined || values.length === 0) continue;
    const bounded = values.slice(0, 1000).map((value) => value.replaceAll('\0', '\ufffd'));
    select = select.where(column, 'in', bounded);
  }
  if (query.publisher !== undefined && query.publisher.length > 0)
    select = select.where(fromOutlets(sql`appearance.publisher`, query.publisher));
  if (query.disputed === true) select = select.where('appearance.disputed', '=', 1);
  if (query.minConfidence !== undefined) select = select.where('appearance.confidence', '>=', query.minConfidence);
  if (query.report !== undefined) {
    select = select.where(inReport(query.report.replaceAll('\0', '')));
  }
  for (const within of datesWithin(sql`appearance.date`, query)) select = select.where(within);
  return { select, match };
}

/** Whether a publisher is among some, where an empty one stands for none. */
export function fromOutlets(column: RawBuilder<unknown>, outlets: readonly string[]): RawBuilder<boolean> {
  const names = outlets.slice(0, 1000).map((outlet) => outlet.replaceAll('\0', '\ufffd'));
  const among = sql<boolean>`${column} in (${sql.join(names)})`;
  return names.includes('') ? sql<boolean>`(${among} or ${column} is null)` : among;
}

/** The statements of a report's texts stand together: numbers of their readings say where. */
function inReport(key: string): RawBuilder<boolean> {
  const readings = sql`from report p join version v on v.report_id = p.id join reading r on r.text_id = v.text_id where p.key = ${key}`;
  const room = sql.lit(mostStatements);
  return sql<boolean>`appearance.statement_id >= (select min(r.id) * ${room} ${readings})
    and appearance.statement_id < (select (max(r.id) + 1) * ${room} ${readings})
    and appearance.version_id in (select v.id from version v join report p on p.id = v.report_id where p.key = ${key})`;
}

function matchOf(query: LedgerQuery): WordMatch | null {
  const asked = [query.words, query.speaker].map((words) => (words === undefined || words.trim() === '' ? null : words)); // prettier-ignore
  if (asked.every((words) => words === null)) return null;
  const [phrases, speaker] = asked.map((words) => (words === null ? [] : parsePhrases(words.slice(0, 10_000))));
  const count = [...phrases!, ...speaker!].flat().length;
  const long = asked.some((words) => words !== null && words.length > 10_000);
  if (count > mostWords || long)
    throw new AccordingError('query-invalid', `Expected ${mostWords} words to look for at most, got ${long ? 'more' : count}`); // prettier-ignore
  const unmeetable = asked.some((words, index) => words !== null && [phrases!, speaker!][index]!.length === 0);
  if (unmeetable) return { where: 'anywhere', phrases: [], speaker: [] };
  return { where: query.within ?? 'anywhere', phrases: phrases!, speaker: speaker! };
}
