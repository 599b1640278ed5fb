import { openLedger } from '../ledger/index.ts';
import { ReportPool, rereadLedger } from '../pipeline/index.ts';
import { AddProgress } from './add-progress.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';

/** `according reread`: what an older network read is read by this one; older readings stay. */
export async function reread(options: {
  readonly ledger: string;
  readonly workers: number;
  readonly quiet?: boolean;
}): Promise<number> {
  const ledger = await openLedger(options.ledger, { create: false });
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true && options.quiet !== true);
  const { signal, release } = onInterruption(() =>
    process.stderr.write('\naccording: stopping; the same command again does the rest\n'),
  );
  let [reports, failed, statements] = [0, 0, 0];
  try {
    const pool = await ReportPool.open(options.workers);
    noteSlowness(pool);
    try {
      for await (const result of rereadLedger(ledger, pool, { ahead: 4 * options.workers, signal })) {
        reports++;
        if (result.kind !== 'failed') statements += result.statements;
        else {
          failed++;
          process.stderr.write(`according: text ${result.sha256.slice(0, 12)}: ${result.message}\n`);
        }
        progress.show({ reports, failed, bytes: 0, allBytes: 0 });
      }
    } finally {
      await pool.close();
    }
  } finally {
    release();
    progress.clear();
    await ledger.close();
  }
  process.stdout.write(
    `read ${reports.toLocaleString('en')} texts again, ${statements.toLocaleString('en')} statements, ${failed} failed, in ${progress.seconds.toFixed(1)} s\n`,
  );
  return failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}
