import type { FetchOptions } from './fetch-options.ts';
import type { PoliteFetcher } from './fetch-politely.ts';
import type { Collected } from './raw-report.ts';
import type { WatchOptions } from './watch-feeds.ts';

/** A fetcher for several inputs to share; what it needs is loaded only now. Close it at the end. */
export async function openFetcher(options: FetchOptions = {}): Promise<PoliteFetcher> {
  const { PoliteFetcher } = await import('./fetch-politely.ts');
  return new PoliteFetcher(options);
}

/**
 * Looks at feeds again and again and gives their new entries, for ever; what it needs is loaded only now.
 *
 * @throws the signal's reason, once it is aborted
 */
export async function* watchFeeds(addresses: readonly string[], options: WatchOptions = {}): AsyncGenerator<Collected> {
  yield* (await import('./watch-feeds.ts')).watchFeeds(addresses, options);
}
