import { asAccordingError, type AccordingError } from '../../errors.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction } from '../schema.ts';
import type { AddResult, ReportDraft } from './add-report.ts';

/** What became of a report, or why it could not be kept. */
export type AddOutcome = AddResult | AccordingError;

interface Means {
  readonly add: (transaction: LedgerTransaction, draft: ReportDraft) => Promise<AddResult>;
  /** Runs again what failed by no fault of its own. */
  readonly attempt: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Reports that share a commit: it costs more than one of them, but others wait as long as it takes. */
const mostTogether = { sqlite: 200, postgres: 20 };

/**
 * Adds several reports, several to a commit. Where one of them cannot be kept, its commit is undone, and those that were to
 * share it are added one by one.
 *
 * @param drafts - an error stands for a report that could not be made ready
 */
export async function addMany(
  store: Store,
  drafts: readonly (ReportDraft | AccordingError)[],
  means: Means,
): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const size = mostTogether[store.kind];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < drafts.length) {
      const start = next;
      next += size;
      const added = await addTogether(store, drafts.slice(start, start + size), means);
      added.forEach((outcome, index) => (outcomes[start + index] = outcome));
    }
  };
  await Promise.all(Array.from({ length: store.writers }, work));
  return outcomes;
}

async function addTogether(
  store: Store,
  drafts: readonly (ReportDraft | AccordingError)[],
  { add, attempt }: Means,
): Promise<AddOutcome[]> {
  try {
    return await attempt(() =>
      store.write.transaction().execute(async (transaction) => {
        const outcomes: AddOutcome[] = [];
        for (const draft of drafts) outcomes.push(draft instanceof Error ? draft : await add(transaction, draft));
        return outcomes;
      }),
    );
  } catch (error) {
    const ours = asAccordingError(error);
    // What is the database's fault is nobody's outcome.
    if (ours.code.startsWith('ledger-') || error instanceof DOMException) throw error;
    if (drafts.length === 1) return [ours];
    const outcomes: AddOutcome[] = [];
    for (const draft of drafts) outcomes.push(...(await addTogether(store, [draft], { add, attempt })));
    return outcomes;
  }
}
