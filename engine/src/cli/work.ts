import { openLedger } from '../ledger/index.ts';
import { addReports, ReportPool } from '../pipeline/index.ts';
import { needsServer, ReportQueue } from '../queue/index.ts';
import { AddProgress } from './add-progress.ts';
import { AddTally } from './add-tally.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';
import { Output } from './output.ts';

/** Reports held for each thread: enough to keep it busy, and few, since others wait for them when this process dies. */
const aheadPerWorker = 8;
/** A server that is away for minutes ends nobody's work: a worker may stand alone in its room. */
const patienceMs = 5 * 60_000;
/** How often the queue is asked how much is left. */
const askMs = 2000;

/** `according work`: reads into a ledger what `according add --queue` has queued. */
export async function work(options: {
  readonly ledger: string;
  readonly workers: number;
  readonly untilEmpty?: boolean;
  readonly quiet?: boolean;
}): Promise<number> {
  const { workers, untilEmpty = false } = options;
  needsServer(options.ledger);
  const output = new Output(process.stdout);
  const showing = process.stderr.isTTY === true && options.quiet !== true;
  const progress = new AddProgress(process.stderr, showing);
  const { signal, release } = onInterruption(() =>
    process.stderr.write('\naccording: stopping; what is being read is finished, the rest goes back into the queue\n'),
  );
  const tally = new AddTally();
  const ledger = await openLedger(options.ledger, { patienceMs });
  try {
    const queue = await ReportQueue.open(options.ledger, ledger);
    let queued = 0;
    const ask = async (): Promise<void> => {
      queued = await queue.left();
    };
    const asking = showing ? setInterval(() => void ask().catch(() => {}), askMs) : undefined;
    try {
      const pool = await ReportPool.open(workers);
      noteSlowness(pool);
      try {
        const held = workers * aheadPerWorker;
        const kept = queue.done.bind(queue);
        const taken = queue.take({ batch: held, untilEmpty, signal });
        for await (const report of addReports(taken, pool, ledger, { ahead: held, signal, kept })) {
          tally.count(report);
          progress.show({ reports: tally.reports, failed: tally.failed, bytes: 0, allBytes: 0, queued });
        }
      } finally {
        await pool.close();
      }
    } finally {
      clearInterval(asking);
      await queue.close();
    }
    if (tally.hasManyNew) await ledger.optimise();
  } finally {
    release();
    progress.clear();
    await ledger.close();
  }
  await output.write(tally.summary(options, progress.seconds));
  // Without --until-empty, being stopped is how it ends.
  return tally.failed > 0 || (untilEmpty && signal.aborted) ? exitCode.failed : exitCode.ok;
}
