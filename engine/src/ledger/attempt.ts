import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from './dialect/store.ts';

const firstPauseMs = 50;
const longestPauseMs = 2000;
const mostCollisions = 10;

/**
 * Runs a transaction until it went through: one that collided with another is run again, and one whose connection broke
 * when the server is back, which may take `patienceMs`. It must be one that changes nothing when it has gone through before.
 *
 * @throws {AccordingError} `ledger-busy`, `ledger-unreachable`, `ledger-unwritable`; or what `signal` was aborted with
 */
export async function attempt<T>(
  store: Store,
  run: () => Promise<T>,
  { patienceMs, signal }: { readonly patienceMs: number; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (let [collisions, pauseMs] = [0, firstPauseMs]; ;) {
    signal?.throwIfAborted();
    try {
      return await run();
    } catch (error) {
      const verdict = store.judge(error);
      const again = verdict === 'again' && ++collisions <= mostCollisions;
      if (!again && !(verdict === 'reconnect' && Date.now() + pauseMs <= end)) throw store.translate(error);
    }
    // By chance, so that two that collided do not meet again.
    await sleep(pauseMs * (0.5 + Math.random()), undefined, { signal });
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  }
}
