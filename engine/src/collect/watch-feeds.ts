import { decodeXmlBytes } from './decode-xml-bytes.ts';
import { failure } from './failure.ts';
import { fetchEntries } from './fetch-entries.ts';
import { PoliteFetcher } from './fetch-politely.ts';
import { Listing } from './listing.ts';
import { pause } from './pause.ts';
import type { Collected } from './raw-report.ts';
import { readFeed, type FeedEntry } from './read-feed.ts';
import { feedEntries, maxListBytes, NewAddresses, unpackList } from './web-entries.ts';
import type { WebEntry } from './web-entry.ts';
import type { WebOptions } from './web-inputs.ts';

export interface WatchOptions extends WebOptions {
  /** Least time between two looks at one feed; feeds and servers can ask for more. Default: 15 minutes. */
  readonly intervalMs?: number;
  /** Hears of each feed that could be had. */
  readonly onHad?: (address: string) => void;
  /** Hears that all that the feeds which were due led to has been given. */
  readonly onLooked?: () => void | Promise<void>;
}

interface Watched {
  readonly address: string;
  nextMs: number;
  ttlMs: number;
  /** Entries that need no more tries, by key and address: those of the feed as it was last seen. */
  settled: Set<string>;
  tries: Map<string, number>;
  /** Waits until its pages are kept. */
  readonly listing: Listing;
}

interface Look {
  readonly feed: Watched;
  readonly byUrl: ReadonlyMap<string, readonly FeedEntry[]>;
  readonly entries: readonly FeedEntry[];
  readonly failures: readonly Collected[];
}

const defaultIntervalMs = 15 * 60_000;
/** However long a feed asks to be left alone. */
const longestMs = 24 * 3_600_000;
/** A page that cannot be had is asked for at so many looks. */
const mostTries = 3;

/**
 * Looks at feeds again and again and gives their new entries, for ever. A feed that cannot be had is a failure at each
 * look; the others go on.
 *
 * @throws the signal's reason, once it is aborted
 */
export async function* watchFeeds(addresses: readonly string[], options: WatchOptions = {}): AsyncGenerator<Collected> {
  const fetcher = options.fetcher ?? new PoliteFetcher(options.fetch);
  const intervalMs = options.intervalMs ?? defaultIntervalMs;
  const feeds = [...new Set(addresses)].map((address): Watched => ({
    address,
    nextMs: 0,
    ttlMs: 0,
    settled: new Set(),
    tries: new Map(),
    listing: new Listing(),
  }));
  try {
    while (feeds.length > 0) {
      const due = feeds.filter(({ nextMs }) => nextMs <= performance.now());
      const looks = await Promise.all(due.map((feed) => look(feed, fetcher, options, intervalMs)));
      options.signal?.throwIfAborted();
      const owners = new Map<string, Look>();
      const entries = entriesOf(looks, owners, options);
      yield* fetchEntries(entries, fetcher, options, (entry, hasFailed) => {
        const owner = owners.get(entry.address);
        if (owner !== undefined) settle(owner, entry, hasFailed);
      });
      await options.onLooked?.();
      const untilMs = Math.min(...feeds.map(({ nextMs }) => nextMs)) - performance.now();
      await pause(untilMs, options.signal);
    }
  } finally {
    if (options.fetcher === undefined) await fetcher.close();
  }
}

/** One look at one feed: the entries that it has and had not before. */
async function look(feed: Watched, fetcher: PoliteFetcher, options: WatchOptions, intervalMs: number): Promise<Look> {
  let maxAgeMs = 0;
  try {
    const fetched = await fetcher.fetch(feed.address, {
      signal: options.signal,
      maxBytes: Math.min(maxListBytes, fetcher.maxBytes),
    });
    maxAgeMs = fetched.maxAgeMs;
    if (fetched.kind === 'unchanged') options.onHad?.(feed.address);
    if (fetched.kind === 'unchanged') return { feed, byUrl: new Map(), entries: [], failures: [] };
    const text = decodeXmlBytes(unpackList(fetched.bytes), fetched.contentType);
    const { entries, ttlMs } = await readFeed(text, fetched.url);
    options.onHad?.(feed.address);
    feed.ttlMs = ttlMs;
    // What the feed has dropped can be forgotten, so that no watch grows for ever.
    const present = new Set(entries.map(nameOf));
    feed.settled = feed.settled.intersection(present);
    feed.tries = new Map([...feed.tries].filter(([name]) => present.has(name)));
    const fresh = entries.filter((entry) => !feed.settled.has(nameOf(entry)));
    // Where a page is to be tried again, the feed has to come in full again.
    feed.listing.begin(() => fetcher.acknowledge(fetched, feed.address));
    return { feed, byUrl: Map.groupBy(fresh, ({ url }) => url ?? ''), entries: fresh, failures: [] };
  } catch (error) {
    return { feed, byUrl: new Map(), entries: [], failures: [failure(feed.address, error)] };
  } finally {
    feed.nextMs =
      performance.now() + Math.min(Math.max(intervalMs, feed.ttlMs, maxAgeMs), Math.max(longestMs, intervalMs));
  }
}

async function* entriesOf(
  looks: readonly Look[],
  owners: Map<string, Look>,
  options: WatchOptions,
): AsyncGenerator<WebEntry | Collected> {
  const fresh = new NewAddresses(Number.POSITIVE_INFINITY);
  for (const each of looks) {
    yield* each.failures;
    const { address, listing } = each.feed;
    for await (const entry of feedEntries(each.entries, address, options.feedContent === true, fresh, listing)) {
      if ('address' in entry) owners.set(entry.address, each);
      yield entry;
    }
    // What leads to no page, or to one that another feed has led to, is settled by having been seen.
    for (const entry of each.entries) {
      if (entry.url === null || owners.get(entry.url) !== each) each.feed.settled.add(nameOf(entry));
    }
    await listing.end();
  }
}

/** Notes that an entry has been tried, and whether it needs no more tries. */
function settle({ feed, byUrl }: Look, { address }: WebEntry, failed: boolean): void {
  for (const entry of byUrl.get(address) ?? []) {
    const name = nameOf(entry);
    const tries = (feed.tries.get(name) ?? 0) + 1;
    feed.tries.set(name, tries);
    if (!failed || tries >= mostTries) feed.settled.add(name);
  }
}

/** The same entry under a new address is another one. */
function nameOf({ key, url }: FeedEntry): string {
  return JSON.stringify([key, url]);
}
