import { AccordingError } from '../../errors.ts';
import { readingKey } from '../address.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';
import type { ReadingDraft, StatementDraft } from '../statement-rows.ts';
import { foldWords } from '../words.ts';
import { countsOf } from './reading-counts.ts';
import { mostStatements, statementId, statementsOf } from './statement-id.ts';

/** PostgreSQL indexes no more than 1 MB of words a row, and no place beyond 16,383: statements are far shorter. */
const mostWords = { content: 6000, other: 500 };

/**
 * Adds what a network found in a text, as the newest reading of it; nothing where this network has read the text before.
 *
 * @param current - false keeps the reading behind those that are there
 * @returns number of the reading, or null where the ledger has it
 * @throws {AccordingError} `document-too-large`
 */
export async function addReading(
  transaction: LedgerTransaction,
  store: Store,
  text: { readonly id: number; readonly sha256: string; readonly isNew: boolean },
  draft: ReadingDraft,
  { readAt, current = true }: { readonly readAt: string; readonly current?: boolean },
): Promise<number | null> {
  if (draft.statements.length > mostStatements)
    throw new AccordingError('document-too-large', `Expected ${mostStatements} statements at most, got ${draft.statements.length}`); // prettier-ignore
  const added = await transaction
    .insertInto('reading')
    .values({
      key: readingKey(text.sha256, draft.model),
      text_id: text.id,
      model_name: draft.model.name,
      model_version: draft.model.version,
      current: current ? 1 : 0,
      read_at: readAt,
      diagnostics: draft.diagnostics,
      ...countsOf(draft.statements),
    })
    .onConflict((conflict) => conflict.columns(['text_id', 'model_name', 'model_version']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return null;
  if (current && !text.isNew) await retire(transaction, text.id, added.id);
  await addRows(transaction, store, text.id, added.id, draft);
  return added.id;
}

async function addRows(
  transaction: LedgerTransaction,
  store: Store,
  textId: number,
  readingId: number,
  { statements, entities, disputes }: ReadingDraft,
): Promise<void> {
  const ids = new Map(statements.map(({ label }, place) => [label, statementId(readingId, place)]));
  const numbered = statements.map((statement, place) => ({
    id: statementId(readingId, place),
    reading_id: readingId,
    text_id: textId,
    ...statement,
  }));
  await store.insertRows(transaction, 'statement', numbered);
  const words = numbered.map((statement) => store.wordsRow(statement.id, indexedWords(statement)));
  await store.insertRows(transaction, 'statement_words', words);
  await store.insertRows(
    transaction,
    'entity',
    entities.map((entity) => ({ reading_id: readingId, ...entity })),
  );
  const contradictions = disputes.map(({ statement, disputed, span }) => ({
    statement_id: ids.get(statement)!,
    disputed_id: disputed === null ? null : ids.get(disputed)!,
    start: span?.start ?? null,
    end: span?.end ?? null,
  }));
  await store.insertRows(transaction, 'dispute', contradictions);
}

function indexedWords({ source, cue, content, speaker, entity_name }: StatementDraft) {
  return {
    content: foldWords(content, mostWords.content),
    source: foldWords(source, mostWords.other),
    cue: foldWords(cue, mostWords.other),
    speaker: foldWords([...new Set([entity_name, speaker])].filter((name) => name !== null).join(' · '), mostWords.other), // prettier-ignore
  };
}

/** Puts the readings of a text behind a new one. */
async function retire(transaction: LedgerTransaction, textId: number, newest: number): Promise<void> {
  const older = await transaction
    .updateTable('reading')
    .set({ current: 0 })
    .where('text_id', '=', textId)
    .where('id', '<>', newest)
    .where('current', '=', 1)
    .returning('id')
    .execute();
  for (const { id } of older) {
    const { first, last } = statementsOf(id);
    await transaction
      .updateTable('appearance')
      .set({ current: 0 })
      .where('statement_id', '>=', first)
      .where('statement_id', '<=', last)
      .execute();
    await transaction.insertInto('uncounted').values({ reading_id: id }).execute();
  }
}
