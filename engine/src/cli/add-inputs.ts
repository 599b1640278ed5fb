import type { Ledger } from '../ledger/index.ts';
import { addReports, countInputs, ReportPool } from '../pipeline/index.ts';
import type { AddState } from './add-progress.ts';
import { AddTally } from './add-tally.ts';
import { askedInputs, collectUntilAborted, type AskedOptions } from './asked-inputs.ts';
import { noteSlowness } from './note-slowness.ts';

export interface AddInputsOptions extends AskedOptions {
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Hears how far it is, after each report. */
  readonly show: (state: AddState) => void;
}

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
export const aheadPerWorker = 16;

/**
 * Reads all that the inputs hold into a ledger, by threads that are started for it.
 *
 * @param ledger - null where there is none yet, and `dryRun` asks what one would hold
 */
export async function addInputs(
  ledger: Ledger | null,
  inputs: readonly string[],
  { workers, signal, show, ...options }: AddInputsOptions,
): Promise<AddTally> {
  const { dryRun = false } = options;
  const tally = new AddTally();
  const asked = await askedInputs(inputs, options, ledger, () => tally.countUnchanged());
  const pool = await ReportPool.open(workers);
  noteSlowness(pool);
  try {
    const all = await countInputs(asked.inputs, signal);
    let bytes = 0;
    const collected = (async function* () {
      for await (const found of collectUntilAborted(asked, signal)) {
        bytes = found.progress.bytes;
        yield found;
      }
    })();
    const ahead = workers * aheadPerWorker;
    for await (const report of addReports(collected, pool, ledger, { ahead, dryRun, signal })) {
      tally.count(report);
      const { reports, failed } = tally;
      show({ reports, failed, bytes, allBytes: all.bytes });
    }
    if (!signal.aborted && !dryRun) await asked.clearFailures();
  } finally {
    await pool.close();
  }
  if (!dryRun && tally.hasManyNew) await ledger?.optimise();
  return tally;
}
