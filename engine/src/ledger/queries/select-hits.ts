import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Store, WordMatch } from '../dialect/store.ts';
import { hasTrait } from '../marks.ts';
import type { LedgerTables } from '../schema.ts';
import { parsePhrases } from '../words.ts';
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
  /** A speaker alone: there are few, and each has a number. */
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
  if (speaker !== null) {
    const ids = await speakerIds(store, speaker);
    // Of one speaker the index gives the statements by their dates.
    select = select.where(
      ids.length === 1 ? sql<boolean>`appearance.speaker_id = ${ids[0]!}` : store.isAmong('appearance.speaker_id', ids),
    );
  }
  if (query.versions !== 'all') select = select.where('appearance.latest', '=', 1);
  if (query.readings !== 'all') select = select.where('appearance.current', '=', 1);
  const { kind = 'statement' } = query;
  const code = 'appearance.code';
  if (kind !== 'any')
    select = byCode
      ? select.where(sql<boolean>`${sql.ref(code)} & 1 = ${sql.lit(kind === 'own-voice' ? 1 : 0)}`)
      : select.where('appearance.kind', '=', kind);
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
  if (publishers !== null) select = select.where('appearance.publisher', 'in', publishers);
  if (query.disputed === true) select = select.where('appearance.disputed', '=', 1);
  if (query.minConfidence !== undefined) select = select.where('appearance.confidence', '>=', query.minConfidence);
  if (query.report !== undefined) select = select.where(inReport(query.report));
  for (const condition of datesWithin('appearance.date', query)) select = select.where(condition);
  return { select, match };
}

/** Values that a list asks for, as the store has them; null where any will do. */
export function storableValues(values: readonly string[] | undefined): string[] | null {
  if (values === undefined || values.length === 0) return null;
  return values.slice(0, 1000).map((value) => value.replaceAll('\0', '\ufffd'));
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
 * What a query's bounds ask of a date.
 *
 * @throws {AccordingError} `query-invalid`
 */
export function datesWithin(column: string, { from, to }: LedgerQuery): RawBuilder<boolean>[] {
  for (const date of [from, to]) {
    if (date !== undefined && !/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]{0,30})?)?)?$/u.test(date))
      throw new AccordingError('query-invalid', `Expected a date such as 2016, 2016-03 or 2016-03-08, got “${date.slice(0, 40)}”`); // prettier-ignore
  }
  const date = sql.ref(column);
  const conditions: RawBuilder<boolean>[] = [];
  if (from !== undefined) {
    // “2016-03” may have been on the 8th: a date that says less than the bound is taken for within. All such come after its
    // year, which bounds what an index has to be searched for.
    const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
    conditions.push(sql`${date} >= ${year}`);
    if (from !== year) conditions.push(sql`(${date} >= ${from} or ${date} in (${year}, ${month}))`);
  }
  // Everything that goes on from the bound lies within it. “~” comes after all that a date has.
  if (to !== undefined) conditions.push(sql`${date} <= ${`${to}~`}`, sql`${date} <> ''`);
  return conditions;
}

/**
 * The words that a query asks for, read.
 *
 * @throws {AccordingError} `query-invalid`
 */
export function parseWords(query: LedgerQuery): AskedWords {
  const asked = [query.words, query.speaker].map((words) => (words === undefined || words.trim() === '' ? null : words)); // prettier-ignore
  if (asked.every((words) => words === null)) return { kind: 'all', match: null, speaker: null };
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
