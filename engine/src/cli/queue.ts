import { openLedger } from '../ledger/index.ts';
import { countInputs, type Collected } from '../pipeline/index.ts';
import { needsServer, ReportQueue } from '../queue/index.ts';
import { AddProgress } from './add-progress.ts';
import { failureLines, mostNamed, number, withoutPassword } from './add-tally.ts';
import { askedInputs, checkAsked, collectUntilAborted, type AskedOptions } from './asked-inputs.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { Output } from './output.ts';

/** Reports of one commit, at most; a commit costs more than one of them. */
const largestBatch = 100;
/** Reports may be as large as hundreds of others: so many characters to a commit, about. */
const largestBatchSize = 4 * 2 ** 20;
/** Workers need not wait for the rest of a batch where pages come slowly. */
const longestBatchMs = 1000;

/** `according add --queue`: collects reports, and leaves them for `according work` to read. */
export async function queue(
  inputs: readonly string[],
  options: AskedOptions & { readonly ledger: string; readonly quiet?: boolean },
): Promise<number> {
  checkAsked(inputs, options);
  needsServer(options.ledger);
  const output = new Output(process.stdout);
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true && options.quiet !== true);
  const { signal, release } = onInterruption(() =>
    process.stderr.write('\naccording: stopping. The same command again queues the rest\n'),
  );
  let [queued, there, failed, unchanged] = [0, 0, 0, 0];
  const failures: (Collected & { readonly kind: 'failure' })[] = [];
  const ledger = await openLedger(options.ledger);
  try {
    const reports = await ReportQueue.open(options.ledger, ledger);
    try {
      const asked = await askedInputs(inputs, options, ledger, () => unchanged++);
      const all = await countInputs(asked.inputs, signal);
      for await (const batch of inBatches(collectUntilAborted(asked, signal))) {
        const put = await reports.put(batch.flatMap((found) => (found.kind === 'report' ? [found.report] : [])));
        queued += put.queued;
        there += put.there;
        for (const found of batch) {
          if (found.kind === 'report') {
            // The queue loses nothing, so what is in it need not be fetched again.
            await found.settle?.(true);
            continue;
          }
          failed++;
          if (failures.length < mostNamed) failures.push(found);
          await ledger.fail(found.place ?? found.origin, found.code, found.message, found.known ?? null);
        }
        const { bytes } = batch.at(-1)!.progress;
        progress.show({ reports: queued + there + unchanged + failed, failed, bytes, allBytes: all.bytes });
      }
    } finally {
      await reports.close();
    }
  } finally {
    release();
    progress.clear();
    await ledger.close();
  }
  const counts = [
    `queued ${number(queued)}`,
    `queued before ${number(there)}`,
    ...(unchanged > 0 ? [`unchanged ${number(unchanged)}`] : []),
    `failed ${number(failed)}`,
  ].join(' · ');
  const where = `in ${progress.seconds.toFixed(1)} s → ${withoutPassword(options.ledger)}`;
  await output.write(`${counts} ${where}\n${failureLines(failures, failed)}`);
  return failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}

async function* inBatches<Found extends Collected>(collected: AsyncIterable<Found>): AsyncGenerator<readonly Found[]> {
  let [batch, size, began]: [Found[], number, number] = [[], 0, 0];
  for await (const found of collected) {
    if (batch.length === 0) began = performance.now();
    batch.push(found);
    size += sizeOf(found);
    if (batch.length < largestBatch && size < largestBatchSize && performance.now() - began < longestBatchMs) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function sizeOf(found: Collected): number {
  if (found.kind === 'failure') return 0;
  const { body } = found.report;
  return body.kind === 'bytes' ? body.bytes.length : body.kind === 'text' ? body.text.length : body.html.length;
}
