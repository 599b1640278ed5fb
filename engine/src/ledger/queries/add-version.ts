import { addressOf, reportKey, type ReportFacts } from '../address.ts';
import type { LedgerTransaction } from '../schema.ts';
import { storableText } from '../statement-rows.ts';
import { textDifference } from '../text-difference.ts';
import { listWords } from './list-words.ts';
import { statementsOf } from './statement-id.ts';

export interface AddedVersion {
  /** Null where the report has had this text before. */
  readonly versionId: number | null;
  readonly isFirst: boolean;
}

/**
 * Ties a text to a report as its newest version, unless it has been one of its versions already: a command that runs again
 * meets all of them in their order, and must change nothing.
 */
export async function addVersion(
  transaction: LedgerTransaction,
  facts: ReportFacts,
  textId: number,
  { seenAt }: { readonly seenAt: string },
): Promise<AddedVersion> {
  const reportId = await addReport(transaction, facts);
  const known = await transaction
    .selectFrom('version')
    .select(['id', 'text_id', 'number', 'latest'])
    .where('report_id', '=', reportId)
    .where((where) => where.or([where('text_id', '=', textId), where('latest', '=', 1)]))
    .execute();
  if (known.some((version) => version.text_id === textId)) return { versionId: null, isFirst: false };
  const [previous] = known;
  const { id } = await transaction
    .insertInto('version')
    .values({
      report_id: reportId,
      text_id: textId,
      number: (previous?.number ?? 0) + 1,
      previous_id: previous?.id ?? null,
      title: storable(facts.title),
      title_words: listWords(facts.title),
      date: storable(facts.date),
      date_origin: facts.dateOrigin,
      seen_at: seenAt,
      latest: 1,
      difference:
        previous === undefined ? null : JSON.stringify(await difference(transaction, previous.text_id, textId)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (previous !== undefined) await retire(transaction, previous);
  return { versionId: id, isFirst: previous === undefined };
}

/** Number of a report, which enters the ledger where it is new; others wait with it until the transaction ends. */
async function addReport(transaction: LedgerTransaction, facts: ReportFacts): Promise<number> {
  const address = storableText(addressOf(facts));
  const { id } = await transaction
    .insertInto('report')
    .values({
      key: reportKey(address),
      address,
      url: storable(facts.url),
      publisher: storable(facts.publisher),
      origin: storableText(facts.origin),
    })
    // Changes nothing, but locks the row: two texts of one address must count one after the other.
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ address }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Marks a version, and what was said in it, as no longer the latest. */
export async function retire(
  transaction: LedgerTransaction,
  version: { readonly id: number; readonly text_id: number },
): Promise<void> {
  await transaction.updateTable('version').set({ latest: 0 }).where('id', '=', version.id).execute();
  const readings = await transaction
    .selectFrom('reading')
    .select('id')
    .where('text_id', '=', version.text_id)
    .execute();
  for (const reading of readings) {
    const { first, last } = statementsOf(reading.id);
    await transaction
      .updateTable('appearance')
      .set({ latest: 0 })
      .where('statement_id', '>=', first)
      .where('statement_id', '<=', last)
      .where('version_id', '=', version.id)
      .execute();
    await transaction.insertInto('uncounted').values({ reading_id: reading.id }).execute();
  }
}

async function difference(transaction: LedgerTransaction, before: number, after: number): Promise<unknown> {
  const rows = await transaction.selectFrom('text').select(['id', 'text']).where('id', 'in', [before, after]).execute();
  const text = (id: number): string => rows.find((row) => row.id === id)!.text;
  return textDifference(text(before), text(after));
}

function storable(words: string | null): string | null {
  return words === null ? null : storableText(words);
}
