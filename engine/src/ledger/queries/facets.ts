import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import type { FacetCount, Facets, LedgerQuery } from './ledger-query.ts';
import { selectHits } from './select-hits.ts';

const mostValues = 50;

/** Counts what a query finds by its values; of publishers and speakers the most frequent. */
export async function countFacets(
  store: Store,
  query: LedgerQuery,
  { most = mostValues }: { readonly most?: number },
): Promise<Facets> {
  const hits = selectHits(store, query).select.select([
    'appearance.source_type',
    'appearance.stance',
    'appearance.distance',
    'appearance.quotation',
    'appearance.publisher',
    'appearance.speaker',
    sql<string>`substr(appearance.date, 1, 7)`.as('month'),
  ]);
  // Few values in few columns: counted together first, they are counted one by one at no cost.
  const kinds = ['source_type', 'stance', 'distance', 'quotation'] as const;
  const ofKinds = kinds.map(
    (column) => sql`select ${sql.lit(column)} as facet, ${sql.ref(column)} as value, sum(n) as n
    from kinds where ${sql.ref(column)} is not null group by ${sql.ref(column)}`,
  );
  const top = (column: 'publisher' | 'speaker') => sql`select * from (
    select ${sql.lit(column)} as facet, ${sql.ref(column)} as value, count(*) as n from hit where ${sql.ref(column)} <> ''
    group by ${sql.ref(column)} order by n desc, value limit ${most}) top_${sql.raw(column)}`;
  const { rows } = await sql<{ facet: string; value: string | null; n: number | string }>`
    with hit as materialized (select * from ${hits} found),
    kinds as materialized (select source_type, stance, distance, quotation, count(*) as n from hit group by 1, 2, 3, 4)
    select 'count' as facet, null as value, sum(n) as n from kinds
    union all ${sql.join(ofKinds, sql` union all `)}
    union all ${top('publisher')} union all ${top('speaker')}
    union all select 'month', month, count(*) from hit where month <> '' group by month`.execute(store.read);
  const of = (name: string): FacetCount[] =>
    rows
      .filter(({ facet }) => facet === name)
      .map(({ value, n }) => ({ value: value ?? '', count: Number(n ?? 0) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    count: of('count')[0]?.count ?? 0,
    sourceType: of('source_type'),
    stance: of('stance'),
    distance: of('distance'),
    quotation: of('quotation'),
    publisher: of('publisher'),
    speaker: of('speaker'),
    month: of('month').sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

/** How many records a query finds. */
export async function countHits(store: Store, query: LedgerQuery): Promise<number> {
  const { select } = selectHits(store, query);
  const row = await select.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return Number(row.count);
}
