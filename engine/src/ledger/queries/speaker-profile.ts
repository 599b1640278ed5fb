import { sql, type RawBuilder } from 'kysely';
import type { Count, RoleOfSpeaker, SpeakerProfile } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerDatabase } from '../schema.ts';
import { rolesIn, type Naming } from './roles-in.ts';
import { toReport } from './record-rows.ts';
import { fromOutlets } from './select-hits.ts';
import { toSpeaker } from './speaker-list.ts';
import { mostStatements } from './statement-id.ts';

/** Other names and roles are gathered from the newest statements: of somebody who speaks every day, these say what is so now. */
const newestStatements = 600;
const mostTexts = 200;
/** A text as long as a book is not read for a role. */
const longestText = 300_000;

/**
 * What a ledger knows of a speaker; null where there is none of this name.
 *
 * @param publisher - whose, of a description; one of a single outlet needs none
 */
export async function readSpeaker(
  { read }: Store,
  name: string,
  { publisher }: { readonly publisher?: string | undefined },
): Promise<SpeakerProfile | null> {
  const speaker = name.replaceAll('\0', '\ufffd');
  const rows = await read.selectFrom('speaker_count').selectAll().where('name', '=', speaker).execute();
  const row =
    rows.length === 1 && (publisher === undefined || rows[0]!.described === 0)
      ? rows[0]
      : rows.find(({ outlet }) => outlet === publisher);
  if (row === undefined) return null;
  const by = (table: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${table}.speaker`)} = ${speaker}
    and ${latest(table)} and ${row.described === 1 ? fromOutlets(sql.ref(`${table}.publisher`), [row.outlet]) : sql`1 = 1`}`;
  const [counts, namings, disputes, disputedBy] = await Promise.all([
    countValues(read, by('a')),
    readNamings(read, by('a')),
    countOpponents(read, by('a'), { own: 'statement_id', other: 'disputed_id' }),
    countOpponents(read, sql`${by('a')} and a.disputed = 1`, { own: 'disputed_id', other: 'statement_id' }),
  ]);
  return {
    ...toSpeaker(row),
    aliases: countAliases(namings, speaker),
    roles: await readRoles(read, namings),
    bySourceType: counts('source_type'),
    byStance: counts('stance'),
    byQuotation: counts('quotation'),
    byPublisher: counts('publisher'),
    byDay: counts('day').toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    disputes,
    disputedBy,
  };
}

/** As literals, since the index of names has no other statements. */
function latest(table: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`${column('latest')} = 1 and ${column('current')} = 1 and ${column('kind')} = 'statement'
    and ${column('speaker')} <> ''`;
}

type Counted = 'source_type' | 'stance' | 'quotation' | 'publisher' | 'day';

async function countValues(read: LedgerDatabase, by: RawBuilder<boolean>): Promise<(name: Counted) => Count[]> {
  const each = (from: string) => (name: Counted) =>
    sql`select ${sql.lit(name)} as name, ${sql.ref(name)} as value, sum(n) as n
      from ${sql.table(from)} where ${sql.ref(name)} <> '' group by ${sql.ref(name)}`;
  // Few values in few columns: counted together first, they are counted one by one at no cost.
  const selects = [
    ...(['source_type', 'stance', 'quotation'] as const).map(each('kinds')),
    ...(['publisher', 'day'] as const).map(each('places')),
  ];
  const { rows } = await sql<{ name: string; value: string; n: number | string }>`
    with found as materialized (
      select a.source_type, a.stance, a.quotation, a.publisher, substr(a.date, 1, 10) as day from appearance a where ${by}),
    kinds as materialized (select source_type, stance, quotation, count(*) as n from found group by 1, 2, 3),
    places as materialized (select publisher, day, count(*) as n from found group by 1, 2)
    ${sql.join(selects, sql` union all `)}`.execute(read);
  const byName = Map.groupBy(rows, ({ name }) => name);
  return (name) => sortCounts((byName.get(name) ?? []).map(({ value, n }) => ({ value, count: Number(n) })));
}

/** The most frequent first. */
function sortCounts(counts: readonly Count[]): Count[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

type NamingRow = Naming & { readonly aliases: string; readonly version_id: number };

/** Where the newest statements of a speaker name it, each report once. */
async function readNamings(read: LedgerDatabase, by: RawBuilder<boolean>): Promise<NamingRow[]> {
  const { rows } = await sql<NamingRow>`
    select distinct a.version_id, a.date, e.aliases, e.roles
    from (select a.statement_id, a.version_id, a.date from appearance a where ${by}
      order by a.date desc, a.statement_id limit ${newestStatements}) a
    join statement s on s.id = a.statement_id
    join entity e on e.reading_id = a.statement_id / ${sql.lit(mostStatements)} and e.label = s.entity_label
    order by a.date desc, a.version_id`.execute(read);
  return rows;
}

function countAliases(namings: readonly NamingRow[], name: string): Count[] {
  const reports = new Map<string, Set<number>>();
  for (const { aliases, version_id: version } of namings)
    for (const alias of JSON.parse(aliases) as string[]) {
      if (alias === name) continue;
      const known = reports.get(alias);
      if (known === undefined) reports.set(alias, new Set([version]));
      else known.add(version);
    }
  return sortCounts(Array.from(reports, ([value, { size: count }]) => ({ value, count })));
}

async function readRoles(read: LedgerDatabase, namings: readonly NamingRow[]): Promise<RoleOfSpeaker[]> {
  const telling = namings.filter(({ roles }) => roles !== '[]').slice(0, mostTexts);
  if (telling.length === 0) return [];
  const rows = await read
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select(['v.id', 'p.key', 'p.url', 'p.publisher', 'v.title', 'v.date', 'v.date_origin', 'v.number', 't.sha256'])
    .select('t.text')
    .where('v.id', 'in', [...new Set(telling.map(({ version_id }) => version_id))])
    .where('t.length', '<=', longestText)
    .execute();
  const found = new Map(rows.map((row) => [row.id, { report: toReport(row), text: row.text }]));
  return rolesIn(
    telling.flatMap(({ roles, date, version_id }) => {
      const printed = found.get(version_id);
      return printed === undefined ? [] : [{ roles, date, ...printed }];
    }),
  );
}

/** Statements that contradict others, by whose those are; an empty name is a report's own voice. */
async function countOpponents(
  read: LedgerDatabase,
  by: RawBuilder<boolean>,
  { own, other }: { readonly own: string; readonly other: string },
): Promise<Count[]> {
  // A cross join keeps its order in SQLite: most speak little, and contradictions are many.
  const { rows } = await sql<{ value: string; n: number }>`
    select coalesce(b.speaker, '') as value, count(distinct a.statement_id) as n from appearance a
    cross join dispute d
    left join appearance b on b.statement_id = d.${sql.ref(other)} and b.version_id = a.version_id
    where ${by} and d.${sql.ref(own)} = a.statement_id group by coalesce(b.speaker, '')`.execute(read);
  return sortCounts(rows.map(({ value, n }) => ({ value, count: Number(n) })));
}
