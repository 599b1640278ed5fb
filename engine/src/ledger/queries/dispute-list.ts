import { sql } from 'kysely';
import type { DisputeRecord, Page, StatementRecord } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { isBeyond, limitOf, parseCursor, writeCursor, type ListOptions } from './list-page.ts';
import { readRecords, type Place } from './record-rows.ts';
import { selectHits } from './select-hits.ts';

interface DisputePlace extends Place {
  readonly date: string;
  readonly disputed_id: number | null;
}

/**
 * A page of contradictions, the newest first: what a query finds are the statements that contradict another, and each
 * stands with what it contradicts.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function listDisputes(
  store: Store,
  query: LedgerQuery,
  options: ListOptions,
): Promise<Page<DisputeRecord>> {
  const limit = limitOf(options);
  const after = parseCursor('disputes', options, { key: '', place: [0, 0, 0] });
  const { select } = selectHits(store, { ...query, kind: 'statement' });
  const place = [sql.ref('appearance.statement_id'), sql.ref('appearance.version_id'), sql`coalesce(d.disputed_id, 0)`];
  const columns = { key: sql.ref('appearance.date'), place };
  const hits = select
    // Few statements contradict another.
    .innerJoin('dispute as d', 'd.statement_id', 'appearance.statement_id')
    .$if(after !== null, (some) => some.where(isBeyond(after!, columns, true)))
    .select(['appearance.statement_id', 'appearance.version_id', 'appearance.date', 'd.disputed_id'])
    .distinct();
  const { rows } = await sql<DisputePlace>`select * from (${hits}) found
    order by date desc, statement_id, version_id, coalesce(disputed_id, 0) limit ${limit + 1}`.execute(store.read);
  const page = rows.slice(0, limit);
  const records = await readRecords(
    store.read,
    page.flatMap(({ statement_id, version_id, disputed_id }): Place[] => [
      { statement_id, version_id },
      ...(disputed_id === null ? [] : [{ statement_id: disputed_id, version_id }]),
    ]),
  );
  const last = page.at(-1);
  let at = 0;
  return {
    items: page.map(({ disputed_id }) => ({
      statement: records[at++] as StatementRecord,
      disputed: disputed_id === null ? null : records[at++]!,
    })),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor('disputes', {
            key: last.date,
            place: [last.statement_id, last.version_id, last.disputed_id ?? 0],
          })
        : null,
  };
}
