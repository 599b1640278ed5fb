import { parentPort, workerData } from 'node:worker_threads';
import { asAccordingError } from '../../errors.ts';
import { openLedger, type Ledger } from '../../ledger/index.ts';
import type { Answer, Asked } from './read-threads.ts';
import type { ReadingMethod } from './reading.ts';

// A thread of ReadThreads: answers queries of a ledger, one after the other.

const ledger = await openLedger(workerData as string, { create: false });
const answer = (message: Answer): void => parentPort!.postMessage(message);

parentPort!.on('message', ({ key, method, args }: Asked) => {
  void ask(ledger, method, args).then(
    (result) => answer({ key, result }),
    (error: unknown) => {
      const { code, message, details } = asAccordingError(error);
      answer({ key, code, message, details: { ...details } });
    },
  );
});
answer({ key: -1, result: null });

function ask(ledger: Ledger, method: ReadingMethod, args: readonly unknown[]): Promise<unknown> {
  return (ledger[method] as (...args: unknown[]) => Promise<unknown>).apply(ledger, [...args]);
}
