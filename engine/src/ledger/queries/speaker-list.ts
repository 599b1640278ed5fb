import { sql, type RawBuilder } from 'kysely';
import type { SourceType } from '../../attribution/index.ts';
import { AccordingError } from '../../errors.ts';
import type { Page, SpeakerSummary } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { SpeakerCountTable } from '../schema.ts';
import { isBeyond, limitOf, parseCursor, writeCursor, type ListOptions } from './list-page.ts';
import { listHas } from './list-words.ts';
import { fromOutlets } from './select-hits.ts';

/** Which speakers are looked for; what is left out is not asked. */
export interface SpeakerQuery {
  /** Words of the name, and “phrases”, or how they begin. */
  readonly words?: string | undefined;
  /** The commonest kind of source a speaker is. */
  readonly sourceType?: readonly SourceType[] | undefined;
  /** Outlets that have it speak in a report; an empty one stands for reports without an outlet. */
  readonly publisher?: readonly string[] | undefined;
}

export const speakerOrders = ['statements', 'name', 'date'] as const;

/** With the most statements first, by the name's words, or who spoke last first. */
export type SpeakerOrder = (typeof speakerOrders)[number];

export interface SpeakerOptions extends ListOptions {
  /** By statements if not said. */
  readonly sort?: SpeakerOrder | undefined;
}

const orders = {
  statements: { key: sql.ref('statements'), direction: sql`desc`, like: 0 },
  name: { key: sql.ref('words'), direction: sql`asc`, like: '' },
  date: { key: sql.ref('last_date'), direction: sql`desc`, like: '' },
} as const;

/**
 * A page of speakers, as the counts have them.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function listSpeakers(
  store: Store,
  query: SpeakerQuery,
  options: SpeakerOptions,
): Promise<Page<SpeakerSummary>> {
  const limit = limitOf(options);
  const { sort = 'statements' } = options;
  if (!speakerOrders.includes(sort))
    throw new AccordingError('query-invalid', `Expected an order of ${speakerOrders.join(', ')}, got “${String(sort)}”`); // prettier-ignore
  const { key, direction, like } = orders[sort];
  const after = parseCursor(sort, options, { key: like, place: ['', ''] });
  const conditions = conditionsOf(query);
  if (after !== null)
    conditions.push(isBeyond(after, { key, place: [sql.ref('name'), sql.ref('outlet')] }, sort !== 'name'));
  const { rows } = await sql<SpeakerCountTable>`select * from speaker_count
    where ${conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)}
    order by ${key} ${direction}, name, outlet limit ${limit + 1}`.execute(store.read);
  const last = rows[limit - 1];
  const keyOf = (row: SpeakerCountTable): string | number =>
    ({ statements: row.statements, name: row.words, date: row.last_date })[sort];
  return {
    items: rows.slice(0, limit).map(toSpeaker),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor(sort, { key: keyOf(last), place: [last.name, last.outlet] })
        : null,
  };
}

export function toSpeaker(row: SpeakerCountTable): SpeakerSummary {
  return {
    name: row.name,
    publisher: row.described === 1 ? row.outlet : null,
    sourceType: row.source_type,
    statements: row.statements,
    reports: row.reports,
    publishers: row.publishers,
    firstDate: row.first_date === '' ? null : row.first_date,
    lastDate: row.last_date === '' ? null : row.last_date,
  };
}

function conditionsOf({ words, sourceType, publisher }: SpeakerQuery): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (words !== undefined) conditions.push(listHas('words', words));
  if (sourceType !== undefined && sourceType.length > 0)
    conditions.push(sql`source_type in (${sql.join(sourceType.slice(0, 100).map((type) => type.replaceAll('\0', '')))})`); // prettier-ignore
  if (publisher !== undefined && publisher.length > 0)
    conditions.push(
      sql`(described = 0 or ${fromOutlets(sql.ref('outlet'), publisher)})`,
      sql`name in (select name from speaker_outlet where ${fromOutlets(sql.ref('publisher'), publisher)})`,
    );
  return conditions;
}
