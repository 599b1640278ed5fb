import { sql, type RawBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Store, WordMatch } from '../dialect/store.ts';
import { findPhrases } from '../words.ts';
import {
  searchOrders,
  type LedgerQuery,
  type SearchOptions,
  type SearchOrder,
  type SearchPage,
} from './ledger-query.ts';
import { readRecords, type Place } from './record-rows.ts';
import { parseWords, selectHits, type Hits } from './select-hits.ts';

const defaultLimit = 20;
const mostHits = 500;

/** Ranking takes time for each; and of words that so many statements have, none stands out by them. */
const mostRanked = 20_000;

/** Where a page ends: the last hit's value in the order, and its place. */
interface Cursor {
  readonly sort: SearchOrder;
  readonly key: number | string;
  readonly place: readonly [statement: number, version: number];
}

/**
 * A page of what a query finds.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function search(store: Store, query: LedgerQuery, options: SearchOptions): Promise<SearchPage> {
  const { limit = defaultLimit } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits)
    throw new AccordingError('query-invalid', `Expected a limit of 1 to ${mostHits}, got ${limit}`, { limit });
  const { match } = parseWords(query);
  const asked = options.sort ?? (match !== null ? 'relevance' : 'date');
  if (!searchOrders.includes(asked))
    throw new AccordingError('query-invalid', `Expected an order of ${searchOrders.join(', ')}, got “${asked}”`);
  const after = options.cursor == null ? null : parseCursor(options.cursor, asked);
  const many = match !== null && isByDate(after?.sort ?? asked) && (await store.areMany(match, mostRanked));
  // A page that goes on keeps the order of the one before, however many have come since.
  const sort = after?.sort ?? (many ? 'date' : asked);
  const hits = await selectHits(store, query, { walk: many && sort === 'date' && isBroad(query) });
  const places = await selectPage(store, hits, sort, after, limit + 1);
  const records = await readRecords(store.read, places.slice(0, limit));
  const phrases = match?.phrases ?? [];
  const last = places[limit - 1];
  return {
    hits: records.map((record) => ({
      record,
      matches: findPhrases(record.kind === 'statement' ? record.sentence.text : record.span.text, phrases),
    })),
    next: places.length > limit && last !== undefined ? writeCursor(sort, last) : null,
    sort,
  };
}

/** Orders in which words that very many statements have are looked for in the newest statements first. */
function isByDate(sort: SearchOrder): boolean {
  return sort === 'relevance' || sort === 'date';
}

/** Whether nothing that only few statements have is asked, so that a walk by date soon has its page. */
function isBroad({ speaker, publisher, report, disputed, minConfidence }: LedgerQuery): boolean {
  return [speaker, publisher, report, disputed, minConfidence].every((asked) => asked === undefined);
}

type PagePlace = Place & { readonly key: number | string };

async function selectPage(
  store: Store,
  { select, match }: Hits,
  sort: SearchOrder,
  after: Cursor | null,
  limit: number,
): Promise<PagePlace[]> {
  const descends = sort === 'date' || sort === 'confidence';
  const places = select.select([
    'appearance.statement_id',
    'appearance.version_id',
    keyOf(store, match, sort).as('key'),
  ]);
  // The rank is a value of the index's own cursor: it can be compared only outside of the query that reads it.
  const direction = sql.raw(descends ? 'desc' : 'asc');
  const beyond = after === null ? sql`` : sql`where ${isBeyond(after, descends)}`;
  const { rows } = await sql<PagePlace>`select statement_id, version_id, key from ${places} hit ${beyond}
    order by key ${direction}, statement_id, version_id limit ${limit}`.execute(store.read);
  return rows;
}

function keyOf(store: Store, match: WordMatch | null, sort: SearchOrder): RawBuilder<number | string> {
  switch (sort) {
    case 'relevance':
      return match === null || match.phrases.length + match.speaker.length === 0 ? sql<number>`0` : store.rank(match);
    case 'date':
      return sql<string>`appearance.date`;
    case 'confidence':
      return sql<number>`appearance.confidence`;
    case 'speaker':
      // Who has no name comes last.
      return sql<string>`case when appearance.speaker = '' then ${sql.lit('\u{10ffff}')} else appearance.speaker end`;
  }
}

function isBeyond({ key, place: [statement, version] }: Cursor, descends: boolean): RawBuilder<boolean> {
  const past = sql.raw(descends ? '<' : '>');
  const value = typeof key === 'number' ? sql`cast(${key} as double precision)` : sql`${key}`;
  return sql<boolean>`key ${past} ${value} or (key = ${value} and (statement_id > ${statement}
    or (statement_id = ${statement} and version_id > ${version})))`;
}

function writeCursor(sort: SearchOrder, { key, statement_id, version_id }: PagePlace): string {
  return Buffer.from(JSON.stringify([sort, key, statement_id, version_id])).toString('base64url');
}

function parseCursor(cursor: string, asked: SearchOrder): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor.slice(0, 10_000), 'base64url').toString());
  } catch {
    parts = null;
  }
  if (Array.isArray(parts) && parts.length === 4) {
    const [order, key, statement, version] = parts as unknown[];
    const isOrder = order === asked || (asked === 'relevance' && order === 'date');
    const isKey = typeof key === (order === 'date' || order === 'speaker' ? 'string' : 'number');
    if (isOrder && isKey && Number.isSafeInteger(statement) && Number.isSafeInteger(version))
      return {
        sort: order as SearchOrder,
        key: key as string | number,
        place: [statement as number, version as number],
      };
  }
  throw new AccordingError('query-invalid', `Expected a cursor that a page of this order gave, got “${cursor.slice(0, 80)}”`); // prettier-ignore
}
