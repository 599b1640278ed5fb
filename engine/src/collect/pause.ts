import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits; not at all where the time is past.
 *
 * @throws the signal's reason, once it is aborted
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (ms <= 0) return;
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
