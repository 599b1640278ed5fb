import type { Store } from '../dialect/store.ts';
import type { FacetCount, FacetName, FacetOptions, Facets, LedgerQuery } from './ledger-query.ts';
import { facetNames } from './ledger-query.ts';
import { namesOf } from './speaker-ids.ts';
import { tally, type Tally } from './tally.ts';

const mostValues = 50;

/** Counts what a query finds by its values; of publishers and speakers the most frequent. */
export async function countFacets(
  store: Store,
  query: LedgerQuery,
  { most = mostValues, only = facetNames }: FacetOptions,
): Promise<Facets> {
  const found = await tally(store, query, { speakers: only.includes('speaker') });
  const { share } = found;
  const facet = (name: FacetName, counts: () => ReadonlyMap<string, number>): FacetCount[] => {
    if (!only.includes(name)) return [];
    return Array.from(counts(), ([value, count]) => ({ value, count: Math.round(count / share) })).sort(
      (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  };
  const speakers = only.includes('speaker') ? await nameSpeakers(store, found.speakers) : new Map<string, number>();
  return {
    count: Math.round(found.count / share),
    exact: share === 1,
    sourceType: facet('sourceType', () => byTrait(found, 'source_type')),
    stance: facet('stance', () => byTrait(found, 'stance')),
    distance: facet('distance', () => byTrait(found, 'distance')),
    quotation: facet('quotation', () => byTrait(found, 'quotation')),
    publisher: facet('publisher', () => found.publishers).slice(0, most),
    speaker: facet('speaker', () => speakers).slice(0, most),
    month: facet('month', () => found.months).sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

/** How many records a query finds. */
export async function countHits(store: Store, query: LedgerQuery): Promise<number> {
  return (await tally(store, query, { speakers: false, exact: true })).count;
}

function byTrait({ traits }: Tally, name: 'source_type' | 'stance' | 'distance' | 'quotation'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [each, count] of traits) {
    const value = each[name];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

/** Counts by name: several speakers may share one, and be found by other words. */
async function nameSpeakers(store: Store, counts: ReadonlyMap<number, number>): Promise<Map<string, number>> {
  const byName = new Map<string, number>();
  const names = await namesOf(store, [...counts.keys()]);
  for (const [id, count] of counts) {
    const name = names.get(id);
    if (name !== undefined) byName.set(name, (byName.get(name) ?? 0) + count);
  }
  return byName;
}
