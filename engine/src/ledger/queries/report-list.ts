import { sql, type RawBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { Page, ReportSummary } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import { datesWithin } from './dates-within.ts';
import { isBeyond, limitOf, parseCursor, writeCursor, type ListOptions } from './list-page.ts';
import { listHas } from './list-words.ts';
import { toReport } from './record-rows.ts';
import { fromOutlets } from './select-hits.ts';

/** Which reports are looked for; what is left out is not asked. */
export interface ReportQuery {
  /** Words of the title, and “phrases”, or how they begin. */
  readonly words?: string | undefined;
  /** An empty one stands for reports without an outlet. */
  readonly publisher?: readonly string[] | undefined;
  /** ISO 8601, as precise as one likes, both ends included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const reportOrders = ['date', 'title', 'statements'] as const;

/** Newest first, by the title's words, or with the most statements first; those without a date or a title last. */
export type ReportOrder = (typeof reportOrders)[number];

export interface ReportOptions extends ListOptions {
  /** By date if not said. */
  readonly sort?: ReportOrder | undefined;
}

const orders = {
  date: { key: sql`coalesce(v.date, '')`, descends: true, like: '' },
  title: { key: sql`case when v.title_words = '' then ${sql.lit('\u{10ffff}')} else v.title_words end`, descends: false, like: '' }, // prettier-ignore
  statements: { key: sql`coalesce(r.statements, 0)`, descends: true, like: 0 },
} as const;

type ReportRow = Parameters<typeof toReport>[0] & {
  readonly version_id: number;
  readonly key_value: string | number;
  readonly versions: number;
  readonly statements: number;
  readonly own_voice: number;
  readonly disputed: number;
};

/**
 * A page of reports in their newest versions, with what the newest reading found in each.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function listReports(
  store: Store,
  query: ReportQuery,
  options: ReportOptions,
): Promise<Page<ReportSummary>> {
  const limit = limitOf(options);
  const { sort = 'date' } = options;
  if (!reportOrders.includes(sort))
    throw new AccordingError('query-invalid', `Expected an order of ${reportOrders.join(', ')}, got “${String(sort)}”`);
  const { key, descends, like } = orders[sort];
  const after = parseCursor(sort, options, { key: like, place: [0] });
  const conditions = [
    sql`v.latest = 1`,
    ...conditionsOf(query),
    ...(after === null ? [] : [isBeyond(after, { key, place: [sql`v.id`] }, descends)]),
  ];
  // What a row shows is looked up for the page alone.
  const { rows } = await sql<ReportRow>`
    select page.*, v.title, v.date, v.date_origin, v.number, v.report_id, p.key, p.url, p.publisher, t.sha256,
      (select count(*) from version o where o.report_id = v.report_id) as versions,
      coalesce(r.statements, 0) as statements, coalesce(r.own_voice, 0) as own_voice, coalesce(r.disputed, 0) as disputed
    from (
      select v.id as version_id, ${key} as key_value from version v join report p on p.id = v.report_id
      left join reading r on r.text_id = v.text_id and r.current = 1
      where ${sql.join(conditions, sql` and `)}
      order by 2 ${sql.raw(descends ? 'desc' : 'asc')}, 1 limit ${limit + 1}) page
    join version v on v.id = page.version_id join report p on p.id = v.report_id join text t on t.id = v.text_id
    left join reading r on r.text_id = v.text_id and r.current = 1
    order by page.key_value ${sql.raw(descends ? 'desc' : 'asc')}, page.version_id`.execute(store.read);
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(toSummary),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor(sort, { key: last.key_value, place: [last.version_id] })
        : null,
  };
}

function conditionsOf({ words, publisher, from, to }: ReportQuery): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = datesWithin(sql`coalesce(v.date, '')`, { from, to });
  if (words !== undefined) conditions.push(listHas('v.title_words', words));
  if (publisher !== undefined && publisher.length > 0) conditions.push(fromOutlets(sql`p.publisher`, publisher));
  return conditions;
}

function toSummary(row: ReportRow): ReportSummary {
  return {
    ...toReport(row),
    versions: Number(row.versions),
    statements: row.statements,
    ownVoice: row.own_voice,
    disputed: row.disputed,
  };
}
