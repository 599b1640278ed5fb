import type { LedgerRecord } from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import { readRecords } from './record-rows.ts';
import { statementsOf } from './statement-id.ts';

/** A record by its id, in the report that printed it first; null where there is none. */
export async function findRecord(store: Store, id: string): Promise<LedgerRecord | null> {
  const parts = /^([0-9a-f]{16}-[0-9a-f]{8})-([\w.]{1,40})$/u.exec(id);
  if (parts === null) return null;
  const reading = await store.read.selectFrom('reading').select('id').where('key', '=', parts[1]!).executeTakeFirst();
  if (reading === undefined) return null;
  const { first, last } = statementsOf(reading.id);
  const place = await store.read
    .selectFrom('statement as s')
    .innerJoin('appearance as a', 'a.statement_id', 's.id')
    .select(['a.statement_id', 'a.version_id'])
    .where('s.id', '>=', first)
    .where('s.id', '<=', last)
    .where('s.label', '=', parts[2]!)
    .orderBy('a.version_id')
    .limit(1)
    .executeTakeFirst();
  return place === undefined ? null : ((await readRecords(store.read, [place]))[0] ?? null);
}
