import { AccordingError, type ErrorCode } from '../errors.ts';
import { openLedger } from '../ledger/index.ts';
import { addReports, openFetcher, ReportPool, watchFeeds, type Collected } from '../pipeline/index.ts';
import { AddTally, type FailedReport } from './add-tally.ts';
import { aheadPerWorker } from './add-inputs.ts';
import type { AddCommandOptions } from './add.ts';
import { untilAborted } from './asked-inputs.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';
import { Output } from './output.ts';
import { validatorsIn } from './validators-in.ts';

/** What a server that is in trouble, or away for a while, gives; anything else will be the same at the next look. */
const passing = new Set(['fetch-failed', 'redirect-loop']);

/** `according add --watch`: looks at feeds again and again, adds what is new, and says so, until it is stopped. */
export async function watch(feeds: readonly string[], options: AddCommandOptions): Promise<number> {
  const stray = feeds.find((feed) => !/^https?:\/\//iu.test(feed));
  if (stray !== undefined || feeds.length === 0)
    throw new AccordingError('usage', `Expected addresses of feeds to watch, got ${stray ?? 'nothing'}`);
  const began = performance.now();
  const output = new Output(process.stdout);
  const { signal, release } = onInterruption(() =>
    process.stderr.write('\naccording: stopping; what is being read is finished\n'),
  );
  const shows = process.stderr.isTTY === true && options.quiet !== true;
  const total = new AddTally();
  let look = new AddTally();
  // What could not be had and has not come since, by its place.
  const open = new Map<string, FailedReport>();
  const had = new Set<string>();
  let [given, settled, looked, rounds] = [0, 0, false, 0];

  const ledger = await openLedger(options.ledger);
  try {
    const say = async (): Promise<void> => {
      if (!looked || settled < given) return;
      looked = false;
      for (const place of had) {
        open.delete(place);
        await ledger.clearFailure(place);
      }
      had.clear();
      if (shows) process.stderr.write('\r\u001b[K');
      const done = look;
      look = new AddTally();
      if (done.hasNews) await output.write(done.look(new Date()));
      if (shows)
        process.stderr.write(
          `watching ${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'}, ${total.added} added; Ctrl-C ends`,
        );
    };
    const fetcher = await openFetcher({
      allowPrivate: options.allowPrivate === true,
      validators: validatorsIn(ledger),
    });
    const pool = await ReportPool.open(options.workers);
    noteSlowness(pool);
    try {
      const collected = async function* (): AsyncGenerator<Collected> {
        const watched = watchFeeds(feeds, {
          fetcher,
          signal,
          ...(options.every !== undefined && { intervalMs: options.every }),
          skip: async (address) => (await ledger.visitOf(address)) !== null || (await ledger.hasReportAt(address)),
          onHad: (address) => void had.add(address),
          onLooked: () => {
            rounds++;
            looked = true;
            return say();
          },
        });
        for await (const found of watched) {
          if (rounds === 0) refuse(found, feeds);
          given++;
          yield found.kind === 'report' ? { ...found, settle: (kept) => settle(found, kept) } : found;
        }
      };
      const settle = async (found: Collected & { readonly kind: 'report' }, kept: boolean): Promise<void> => {
        if (kept) open.delete(found.report.place ?? found.report.origin);
        await found.settle?.(kept);
      };
      const ahead = options.workers * aheadPerWorker;
      for await (const report of addReports(untilAborted(collected(), signal), pool, ledger, { ahead, signal })) {
        settled++;
        if (report.kind !== 'failed') {
          for (const tally of [total, look]) tally.count(report);
        } else {
          // That a feed is still away is no news.
          if (open.get(report.place)?.message !== report.message) look.count(report);
          open.set(report.place, report);
        }
        await say();
      }
    } finally {
      await pool.close();
      await fetcher.close();
    }
  } finally {
    release();
    if (shows) process.stderr.write('\r\u001b[K');
    await ledger.close();
  }
  for (const failure of open.values()) total.count(failure);
  await output.write(total.summary(options, (performance.now() - began) / 1000));
  return open.size > 0 ? exitCode.failed : exitCode.ok;
}

/** @throws {AccordingError} where an address that was to be watched is no feed, and will be none at the next look */
function refuse(found: Collected, feeds: readonly string[]): void {
  if (found.kind !== 'failure' || !feeds.includes(found.origin) || passing.has(found.code)) return;
  const message = `Expected a feed to watch at ${found.origin}: ${found.message}`;
  throw new AccordingError(found.code as ErrorCode, message);
}
