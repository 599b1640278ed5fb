import { copyLedger, openLedger } from '../ledger/index.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';

/** `according copy`: all of one ledger into another, from a file to a server or back. */
export async function copy(from: string, to: string, { quiet }: { readonly quiet?: boolean }): Promise<number> {
  const source = await openLedger(from, { create: false });
  const { signal, release } = onInterruption(() =>
    process.stderr.write('\naccording: stopping; the same command again does the rest\n'),
  );
  const shows = process.stderr.isTTY === true && quiet !== true;
  try {
    const target = await openLedger(to);
    try {
      await copyLedger(source, target, {
        signal,
        onProgress: ({ done, total }) => {
          if (shows && (done % 50 === 0 || done === total))
            process.stderr.write(`\r\u001b[K${done.toLocaleString('en')} of ${total.toLocaleString('en')} versions`);
        },
      });
      const { reports, statements } = await target.summary();
      if (shows) process.stderr.write('\r\u001b[K');
      process.stdout.write(
        `copied; ${reports.toLocaleString('en')} reports with ${statements.toLocaleString('en')} statements are there now\n`,
      );
    } finally {
      await target.close();
    }
  } catch (error) {
    if (signal.aborted) return exitCode.failed;
    throw error;
  } finally {
    release();
    await source.close();
  }
  return exitCode.ok;
}
