import type { Store } from '../dialect/store.ts';
import { packConfidences, packMarks } from '../marks.ts';
import type { LedgerTransaction, StatementTable } from '../schema.ts';
import type { SpeakerKey } from '../speaker-key.ts';

type Counted = Pick<
  StatementTable,
  'kind' | 'disputed' | 'source_type' | 'stance' | 'distance' | 'quotation' | 'confidence'
>;

/**
 * Enters what a reading's statements are counted by, so that counting reads one row a text; and who speaks in it.
 *
 * @param speakers - of each statement
 */
export async function addSheet(
  transaction: LedgerTransaction,
  store: Store,
  readingId: number,
  { statements, speakers }: { readonly statements: readonly Counted[]; readonly speakers: readonly SpeakerKey[] },
): Promise<void> {
  const marks = statements.map((traits, index) => ({ traits, speakerId: speakers[index]!.id }));
  await store.insertRows(transaction, 'sheet', [
    {
      reading_id: readingId,
      marks: packMarks(marks),
      confidences: packConfidences(statements.map(({ confidence }) => confidence)),
    },
  ]);
  const named = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  named.delete(0);
  await store.insertSpeakers(transaction, [...named.values()]);
}
