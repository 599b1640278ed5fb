import type { LedgerTransaction } from '../schema.ts';
import { storableText } from '../statement-rows.ts';

/** Number of a text in the ledger, which it enters where it is new. */
export async function addText(
  transaction: LedgerTransaction,
  { sha256, text }: { readonly sha256: string; readonly text: string },
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const added = await transaction
    .insertInto('text')
    .values({ sha256, text: storableText(text), length: text.length })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added === undefined
    ? { id: (await textId(transaction, sha256))!, isNew: false }
    : { id: added.id, isNew: true };
}

export async function textId(transaction: LedgerTransaction, sha256: string): Promise<number | null> {
  const row = await transaction.selectFrom('text').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return row?.id ?? null;
}
