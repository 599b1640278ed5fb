import { sql } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Count, Overview, PairCount } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { selectHits } from './select-hits.ts';

const defaultPublishers = 12;
const mostPublishers = 200;
const mostSpeakers = 20;

/** Dates that lie further apart are told by their months. */
const mostDays = 120;
const dayMs = 86_400_000;

/** A count of what is found, by some of its values. */
interface Row {
  readonly what: 'cell' | 'time' | 'speaker' | 'reports';
  readonly kind: 'statement' | 'own-voice' | null;
  readonly source_type: string | null;
  readonly stance: string | null;
  readonly quotation: string | null;
  readonly disputed: number | null;
  /** An outlet, a day or a speaker; null for what has none. */
  readonly name: string | null;
  readonly n: number | string;
}

/**
 * Counts what a query finds, statements and own voice alike unless it asks for one of them, by outlets and in time.
 *
 * @param options - `publishers`: how many outlets, the most frequent ones
 * @throws {AccordingError} `query-invalid`
 */
export async function readOverview(
  store: Store,
  query: LedgerQuery,
  { publishers = defaultPublishers }: { readonly publishers?: number | undefined },
): Promise<Overview> {
  if (!Number.isInteger(publishers) || publishers < 1 || publishers > mostPublishers)
    throw new AccordingError('query-invalid', `Expected 1 to ${mostPublishers} outlets, got ${publishers}`);
  const found = Map.groupBy(await countCells(store, query), ({ what }) => what);
  const cells = found.get('cell') ?? [];
  const statements = cells.filter(({ kind }) => kind === 'statement');
  const disputed = statements.filter((cell) => cell.disputed === 1);
  const outlets = new Set(
    sumBy(cells, ({ name }) => name ?? '')
      .slice(0, publishers)
      .map(({ value }) => value),
  );
  const shown = cells.filter(({ name }) => outlets.has(name ?? ''));
  const shownStatements = shown.filter(({ kind }) => kind === 'statement');
  const byOutlet = (rows: readonly Row[], valueOf: (row: Row) => string | null): PairCount[] =>
    pairs(rows, ({ name }) => name ?? '', valueOf);
  const period = periodOf(found.get('time') ?? []);
  return {
    reports: total(found.get('reports') ?? []),
    statements: total(statements),
    ownVoiceClauses: total(cells) - total(statements),
    disputedStatements: total(disputed),
    sourceTypeByPublisher: byOutlet(shownStatements, (row) => row.source_type),
    sourceTypeByTime: pairs(
      found.get('time') ?? [],
      ({ name }) => period(name ?? ''),
      (row) => row.source_type,
    ).toSorted((a, b) => compare(a.group, b.group) || b.count - a.count || compare(a.value, b.value)),
    stanceByPublisher: byOutlet(shownStatements, ({ stance }) => stance),
    quotationByPublisher: byOutlet(shownStatements, ({ quotation }) => quotation),
    voiceByPublisher: byOutlet(shown, ({ kind }) => kind),
    disputedByPublisher: sumBy(
      disputed.filter(({ name }) => outlets.has(name ?? '')),
      ({ name }) => name ?? '',
    ),
    speakers: speakersOf(found.get('speaker') ?? []),
  };
}

async function countCells(store: Store, query: LedgerQuery): Promise<Row[]> {
  const { select } = selectHits(store, { ...query, kind: query.kind ?? 'any' });
  const hits = select.select([
    'appearance.kind',
    'appearance.source_type',
    'appearance.stance',
    'appearance.quotation',
    'appearance.disputed',
    'appearance.publisher',
    'appearance.speaker',
    'appearance.version_id',
    sql<string>`substr(appearance.date, 1, 10)`.as('day'),
  ]);
  const { rows } = await sql<Row>`
    with hit as materialized (select * from ${hits} found)
    select 'cell' as what, kind, source_type, stance, quotation, disputed, publisher as name, count(*) as n
    from hit group by kind, source_type, stance, quotation, disputed, publisher
    union all select 'time', null, source_type, null, null, null, day, count(*) from hit
    where kind = 'statement' and day <> '' group by day, source_type
    union all select 'speaker', null, source_type, null, null, null, speaker, count(*) from hit
    where speaker in (select speaker from hit where speaker <> '' group by speaker order by count(*) desc, speaker limit ${mostSpeakers})
    group by speaker, source_type
    union all select 'reports', null, null, null, null, null, null, count(distinct version_id) from hit`.execute(
    store.read,
  );
  return rows;
}

function total(rows: readonly Row[]): number {
  return rows.reduce((sum, { n }) => sum + Number(n), 0);
}

/** The most frequent first. */
function sumBy(rows: readonly Row[], valueOf: (row: Row) => string): Count[] {
  const sums = Map.groupBy(rows, valueOf);
  return Array.from(sums, ([value, some]) => ({ value, count: total(some) })).sort(
    (a, b) => b.count - a.count || compare(a.value, b.value),
  );
}

/** Groups in the order of their sums, and so their values; what has no value is left out. */
function pairs(rows: readonly Row[], groupOf: (row: Row) => string, valueOf: (row: Row) => string | null): PairCount[] {
  const valued = rows.filter((row) => valueOf(row) !== null);
  const groups = Map.groupBy(valued, groupOf);
  return sumBy(valued, groupOf).flatMap(({ value: group }) =>
    sumBy(groups.get(group)!, (row) => valueOf(row)!).map((count) => ({ group, ...count })),
  );
}

/** Days where they lie near each other, else months. */
function periodOf(rows: readonly Row[]): (day: string) => string {
  const days = rows.map(({ name }) => Date.parse(name ?? '')).filter((ms) => !Number.isNaN(ms));
  const [first, last] = days.reduce(
    ([low, high], ms) => [Math.min(low, ms), Math.max(high, ms)],
    [Infinity, -Infinity],
  );
  return last! - first! > mostDays * dayMs ? (day) => day.slice(0, 7) : (day) => day;
}

function speakersOf(rows: readonly Row[]): Overview['speakers'] {
  const byName = Map.groupBy(rows, ({ name }) => name ?? '');
  return sumBy(rows, ({ name }) => name ?? '').map((count) => ({
    ...count,
    sourceType: sumBy(byName.get(count.value)!, (row) => row.source_type ?? 'none')[0]!.value,
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
