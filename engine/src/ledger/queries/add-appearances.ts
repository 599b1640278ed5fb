import { sql } from 'kysely';
import type { LedgerTransaction } from '../schema.ts';
import { statementsOf } from './statement-id.ts';

/** Enters statements of a reading as they stand in versions that print its text: in one of them, or in all. */
export async function addAppearances(
  transaction: LedgerTransaction,
  readingId: number,
  { versionId }: { readonly versionId: number | null },
): Promise<void> {
  const { first, last } = statementsOf(readingId);
  await sql`
    insert into appearance (statement_id, version_id, latest, current, kind, source_type, stance, distance, quotation,
      disputed, confidence, speaker, publisher, date)
    select s.id, v.id, v.latest, r.current, s.kind, s.source_type, s.stance, s.distance, s.quotation,
      s.disputed, s.confidence, coalesce(s.entity_name, s.speaker, ''), p.publisher, coalesce(v.date, '')
    from reading r
    join version v on v.text_id = r.text_id
    join report p on p.id = v.report_id
    join statement s on s.id between ${first} and ${last}
    where r.id = ${readingId} ${versionId === null ? sql`` : sql`and v.id = ${versionId}`}
    on conflict do nothing`.execute(transaction);
  await transaction.insertInto('uncounted').values({ reading_id: readingId }).execute();
}
