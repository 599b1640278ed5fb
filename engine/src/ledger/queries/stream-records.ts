import type { LedgerRecord } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { readRecords, type Place } from './record-rows.ts';
import { selectHits } from './select-hits.ts';

/** Finding starts anew with every page, and a place takes next to nothing; a record may be long. */
const pageSize = 1000;
const recordsAtOnce = 200;

/**
 * Every record that a query finds, in an order that stays: by reading, then by place in the text, then by version.
 *
 * Holds few records in memory, and goes on after a connection broke. What is added meanwhile may come in or not.
 */
export async function* streamRecords(
  store: Store,
  query: LedgerQuery,
  attempt: <T>(run: () => Promise<T>) => Promise<T>,
): AsyncGenerator<LedgerRecord> {
  for (let last: Place | null = null; ;) {
    const from = last;
    const places: Place[] = await attempt(() => selectPlaces(store, query, from));
    for (let start = 0; start < places.length; start += recordsAtOnce)
      yield* await attempt(() => readRecords(store.read, places.slice(start, start + recordsAtOnce)));
    if (places.length < pageSize) return;
    last = places.at(-1)!;
  }
}

async function selectPlaces(store: Store, query: LedgerQuery, last: Place | null): Promise<Place[]> {
  const { select: hits, match } = await selectHits(store, query);
  let select = hits;
  if (last !== null) {
    const { statement_id: statement, version_id: version } = last;
    select = select
      .where('appearance.statement_id', '>=', statement)
      .where((where) =>
        where.or([where('appearance.statement_id', '>', statement), where('appearance.version_id', '>', version)]),
      );
    if (match !== null) select = select.where('statement_words.rowid', '>=', statement);
  }
  return select
    .select(['appearance.statement_id', 'appearance.version_id'])
    .orderBy('appearance.statement_id')
    .orderBy('appearance.version_id')
    .limit(pageSize)
    .execute();
}
