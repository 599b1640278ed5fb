import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Store, WordMatch } from '../dialect/store.ts';
import { hasTrait } from '../marks.ts';
import type { LedgerTables } from '../schema.ts';
import { parsePhrases } from '../words.ts';
import { datesWithin } from './dates-within.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { speakerIds } from './speaker-ids.ts';
import { mostStatements } from './statement-id.ts';

/** Searching costs a step for each word. */
const mostWords = 100;

/** A selection of `appearance`, joined with the word index where words are looked for. */
export interface Hits {
  readonly select: SelectQueryBuilder<LedgerTables, 'appearance' | 'statement_words', object>;
  /** Null where no words are looked for, or they can occur nowhere. */
  readonly match: WordMatch | null;
}

/** What a query's words call for. */
export type AskedWords =
  | { readonly kind: 'all'; readonly match: null; readonly speaker: null }
  /** Words that are none occur nowhere. */
  | { readonly kind: 'none'; readonly match: null; readonly speaker: null }
  /** Speakers alone, by words of their names (none, where a name itself is asked for): there are few, and each has a number. */
  | { readonly kind: 'speaker'; readonly match: null; readonly speaker: WordMatch['speaker'] }
  | { readonly kind: 'words'; readonly match: WordMatch; readonly speaker: null };

/**
 * The appearances that a query asks for.
 *
 * @param options - `walk`: appearances come first, and each is looked up in the word index; `byCode`: whether the code is
 *   looked at instead of the columns that it stands for, which an index may spare
 * @throws {AccordingError} `query-invalid`
 */
export async function selectHits(
  store: Store,
  query: LedgerQuery,
  { walk = false, byCode = false }: { readonly walk?: boolean; readonly byCode?: boolean } = {},
): Promise<Hits> {
  const { kind: asked, match, speaker } = parseWords(query);
  // With words the index comes first: SQLite keeps the order of a cross join, PostgreSQL knows by its counts.
  let select = (match === null || walk
    ? store.read.selectFrom('appearance')
    : store.read.selectFrom('statement_words').crossJoin('appearance')) as unknown as Hits['select'];
  if (match !== null)
    select = walk
      ? select.where(sql<boolean>`exists (select 1 from statement_words
          where statement_words.rowid = appearance.statement_id and ${store.matches(match)})`)
      : select.whereRef('appearance.statement_id', '=', 'statement_words.rowid').where(store.matches(match));
  if (asked === 'none') select = select.where(sql<boolean>`1 = 0`);
  if (speaker !== null && speaker.length > 0) {
    const ids = await speakerIds(store, speaker);
    // Of one speaker the index gives the statements by their dates.
    select = select.where(
      ids.length === 1 ? sql<boolean>`appearance.speaker_id = ${ids[0]!}` : store.isAmong('appearance.speaker_id', ids),
    );
  }
  // As literals: SQLite uses an index of some rows only where it sees that they are meant.
  if (query.versions !== 'all') select = select.where('appearance.latest', '=', sql.lit(1));
  if (query.readings !== 'all') select = select.where('appearance.current', '=', sql.lit(1));
  const { kind = 'statement', speakerName } = query;
  if (speakerName !== undefined) {
    select = select.where('appearance.speaker', '=', storable(speakerName));
    if (speakerName !== '') select = select.where('appearance.speaker', '<>', sql.lit(''));
  }
  const code = 'appearance.code';
  if (kind !== 'any')
    select = byCode
      ? select.where(sql<boolean>`${sql.ref(code)} & 1 = ${sql.lit(kind === 'own-voice' ? 1 : 0)}`)
      : select.where('appearance.kind', '=', kind === 'statement' ? sql.lit(kind) : kind);
  for (const [trait, values] of [
    ['source_type', query.sourceType],
    ['stance', query.stance],
    ['distance', query.distance],
    ['quotation', query.quotation],
  ] as const) {
    const asked = storableValues(values);
    if (asked === null) continue;
    select = byCode
      ? select.where(sql.raw<boolean>(hasTrait(code, trait, asked)))
      : select.where(`appearance.${trait}`, 'in', asked);
  }
  const publishers = storableValues(query.publisher);
  if (publishers !== null) select = select.where(fromOutlets(sql`appearance.publisher`, publishers));
  if (query.disputed === true) select = select.where('appearance.disputed', '=', 1);
  if (query.minConfidence !== undefined) select = select.where('appearance.confidence', '>=', query.minConfidence);
  if (query.report !== undefined) select = select.where(inReport(query.report));
  for (const condition of datesWithin(sql`appearance.date`, query)) select = select.where(condition);
  return { select, match };
}

/** Values that a list asks for, as the store has them; null where any will do. */
export function storableValues(values: readonly string[] | undefined): string[] | null {
  if (values === undefined || values.length === 0) return null;
  return values.slice(0, 1000).map(storable);
}

/** PostgreSQL takes no character zero. */
export function storable(value: string): string {
  return value.replaceAll('\0', '\ufffd');
}

/** Whether a publisher is among some, where an empty one stands for none. */
export function fromOutlets(column: RawBuilder<unknown>, outlets: readonly string[]): RawBuilder<boolean> {
  const among = sql<boolean>`${column} in (${sql.join(outlets.map(storable))})`;
  return outlets.includes('') ? sql<boolean>`(${among} or ${column} is null)` : among;
}

/** The statements of a report's texts stand together: numbers of their readings say where. */
function inReport(report: string): RawBuilder<boolean> {
  const key = report.replaceAll('\0', '');
  const readings = sql`from report p join version v on v.report_id = p.id join reading r on r.text_id = v.text_id where p.key = ${key}`;
  const room = sql.lit(mostStatements);
  return sql<boolean>`appearance.statement_id >= (select min(r.id) * ${room} ${readings})
    and appearance.statement_id < (select (max(r.id) + 1) * ${room} ${readings})
    and ${inVersionsOf('appearance.version_id', report)}`;
}

/** Whether a version is one of a report's. */
export function inVersionsOf(column: string, report: string): RawBuilder<boolean> {
  const key = report.replaceAll('\0', '');
  return sql<boolean>`${sql.ref(column)} in (select v.id from version v join report p on p.id = v.report_id where p.key = ${key})`;
}

/**
 * The words that a query asks for, read.
 *
 * @throws {AccordingError} `query-invalid`
 */
export function parseWords(query: LedgerQuery): AskedWords {
  const asked = [query.words, query.speaker].map((words) => (words === undefined || words.trim() === '' ? null : words)); // prettier-ignore
  if (asked.every((words) => words === null))
    return query.speakerName === undefined
      ? { kind: 'all', match: null, speaker: null }
      : { kind: 'speaker', match: null, speaker: [] };
  const [phrases, speaker] = asked.map((words) => (words === null ? [] : parsePhrases(words.slice(0, 10_000))));
  const count = [...phrases!, ...speaker!].flat().length;
  const long = asked.some((words) => words !== null && words.length > 10_000);
  if (count > mostWords || long)
    throw new AccordingError('query-invalid', `Expected ${mostWords} words to look for at most, got ${long ? 'more' : count}`); // prettier-ignore
  const unmeetable = asked.some((words, index) => words !== null && [phrases!, speaker!][index]!.length === 0);
  if (unmeetable) return { kind: 'none', match: null, speaker: null };
  if (phrases!.length === 0) return { kind: 'speaker', match: null, speaker: speaker! };
  return { kind: 'words', match: { where: query.within ?? 'anywhere', phrases: phrases!, speaker: speaker! }, speaker: null }; // prettier-ignore
}
