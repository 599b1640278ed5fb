import { AccordingError } from '../errors.ts';
import { openLedger, type Ledger } from '../ledger/index.ts';
import { addReports, countInputs, ReportPool } from '../pipeline/index.ts';
import { AddProgress } from './add-progress.ts';
import { AddTally } from './add-tally.ts';
import { askedInputs, checkAsked, collectUntilAborted, type AskedOptions } from './asked-inputs.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';
import { Output } from './output.ts';

export interface AddCommandOptions extends AskedOptions {
  readonly ledger: string;
  readonly workers: number;
  /** Milliseconds between two looks at what is watched. */
  readonly every?: number;
  readonly quiet?: boolean;
}

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
export const aheadPerWorker = 16;

/** `according add`: reads reports into a ledger. */
export async function add(inputs: readonly string[], options: AddCommandOptions): Promise<number> {
  checkAsked(inputs, options);
  if (options.every !== undefined) throw new AccordingError('usage', 'Expected --watch beside --every, got none');
  const { dryRun = false } = options;
  const output = new Output(process.stdout);
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true && options.quiet !== true);
  const { signal, release } = onInterruption(() =>
    process.stderr.write(
      '\naccording: stopping; what is being read is finished. The same command again does the rest\n',
    ),
  );
  const tally = new AddTally();
  const ledger = dryRun ? await openAsItIs(options.ledger) : await openLedger(options.ledger);
  try {
    const asked = await askedInputs(inputs, options, ledger, () => tally.countUnchanged());
    const pool = await ReportPool.open(options.workers);
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
      const ahead = options.workers * aheadPerWorker;
      for await (const report of addReports(collected, pool, ledger, { ahead, dryRun, signal })) {
        tally.count(report);
        const { reports, failed } = tally;
        progress.show({ reports, failed, bytes, allBytes: all.bytes });
      }
      if (!signal.aborted && !dryRun) await asked.clearFailures();
    } finally {
      await pool.close();
    }
    if (!dryRun && tally.hasManyNew) await ledger?.optimise();
  } finally {
    release();
    progress.clear();
    await ledger?.close();
  }
  await output.write(tally.summary(options, progress.seconds));
  return tally.failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}

/** The ledger without a change to it; null where there is none. */
async function openAsItIs(address: string): Promise<Ledger | null> {
  try {
    return await openLedger(address, { create: false, migrate: false });
  } catch (error) {
    if (error instanceof AccordingError && error.code === 'ledger-missing') return null;
    throw error;
  }
}
