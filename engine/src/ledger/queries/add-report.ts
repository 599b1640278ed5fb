import type { ReportFacts } from '../address.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';
import type { ReadingDraft } from '../statement-rows.ts';
import { addAppearances } from './add-appearances.ts';
import { addReading } from './add-reading.ts';
import { addText, textId } from './add-text.ts';
import { addVersion, type AddedVersion } from './add-version.ts';
import { clearFailuresOf } from './failures.ts';

/**
 * What became of a report: new; there already, text and reading; a text that its address did not have before; a text that is
 * there, read by another network.
 */
export type AddResult = 'added' | 'unchanged' | 'new-version' | 'reread';

/** A report with what was found in it, ready to be written. */
export interface ReportDraft {
  readonly facts: ReportFacts;
  readonly sha256: string;
  readonly text: string;
  readonly reading: ReadingDraft;
}

/** Writes a report, its text and its reading, each where it is new. */
export async function addReport(
  transaction: LedgerTransaction,
  store: Store,
  { facts, sha256, text, reading }: ReportDraft,
  now: string,
): Promise<AddResult> {
  const { id, isNew } = await addText(transaction, { sha256, text });
  const version = await addVersion(transaction, facts, id, { seenAt: now });
  const readingId = await addReading(transaction, store, { id, sha256, isNew }, reading, { readAt: now });
  if (version.versionId !== null && !isNew) await appearIn(transaction, id, version.versionId);
  if (readingId !== null) await addAppearances(transaction, readingId, { versionId: null });
  await clearFailuresOf(transaction, facts);
  return resultOf(version, readingId !== null);
}

/** Ties a text that is there to a report; null where it is not there. */
export async function linkReport(
  transaction: LedgerTransaction,
  facts: ReportFacts,
  sha256: string,
  now: string,
): Promise<AddResult | null> {
  const id = await textId(transaction, sha256);
  if (id === null) return null;
  const version = await addVersion(transaction, facts, id, { seenAt: now });
  if (version.versionId !== null) await appearIn(transaction, id, version.versionId);
  await clearFailuresOf(transaction, facts);
  return resultOf(version, false);
}

/** Writes another network's reading of a text that is there; null where the text is not there. */
export async function addReadingOf(
  transaction: LedgerTransaction,
  store: Store,
  { sha256, reading }: Pick<ReportDraft, 'sha256' | 'reading'>,
  now: string,
): Promise<AddResult | null> {
  const id = await textId(transaction, sha256);
  if (id === null) return null;
  const readingId = await addReading(transaction, store, { id, sha256, isNew: false }, reading, { readAt: now });
  if (readingId === null) return 'unchanged';
  await addAppearances(transaction, readingId, { versionId: null });
  return 'reread';
}

/** Enters all that was read in a text as standing in a version. */
export async function appearIn(transaction: LedgerTransaction, text: number, versionId: number): Promise<void> {
  const readings = await transaction.selectFrom('reading').select('id').where('text_id', '=', text).execute();
  for (const { id } of readings) await addAppearances(transaction, id, { versionId });
}

function resultOf({ versionId, isFirst }: AddedVersion, read: boolean): AddResult {
  if (versionId !== null) return isFirst ? 'added' : 'new-version';
  return read ? 'reread' : 'unchanged';
}
