import { setMaxListeners } from 'node:events';
import { AccordingError } from '../errors.ts';
import { failure } from './failure.ts';
import type { Fetched, PoliteFetcher } from './fetch-politely.ts';
import { fileKind } from './file-kind.ts';
import type { Collected, RawBody } from './raw-report.ts';
import type { WebEntry } from './web-entry.ts';

export interface EntryOptions {
  readonly signal?: AbortSignal;
  /** Addresses that need no fetching. */
  readonly skip?: (address: string) => boolean | Promise<boolean>;
  /** Hears of addresses where the server says that nothing is new. */
  readonly onUnchanged?: (address: string) => void;
}

/** What one entry gave; nothing, where nothing is new. */
interface Outcome {
  readonly entry: WebEntry;
  readonly collected: Collected | null;
  readonly fetched: Fetched | null;
}

type Settled =
  | { readonly key: 'next'; readonly result: IteratorResult<WebEntry | Collected> | null; readonly error: unknown }
  | { readonly key: number; readonly outcome: Outcome };

/** Entries on their way at once; their hosts are asked one after the other each. Bounds the pages that are held. */
const mostOnTheirWay = 32;

/**
 * Fetches the pages of entries, as they come: several hosts at once. Failures among the entries are handed on.
 *
 * What the server gave to ask by counts only once its report is settled.
 *
 * @param onOutcome - hears of each entry that was tried
 * @throws whatever the entries throw, after all before it has been given
 */
export async function* fetchEntries(
  entries: AsyncIterable<WebEntry | Collected>,
  fetcher: PoliteFetcher,
  options: EntryOptions = {},
  onOutcome: (entry: WebEntry, failed: boolean) => void = () => {},
): AsyncGenerator<Collected> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  setMaxListeners(0, signal);
  const iterator = entries[Symbol.asyncIterator]();
  const onTheirWay = new Map<'next' | number, Promise<Settled>>();
  let [ended, key] = [false, 0];
  let fault: { readonly error: unknown } | null = null;
  try {
    for (;;) {
      if (!ended && !onTheirWay.has('next') && onTheirWay.size < mostOnTheirWay) onTheirWay.set('next', pull(iterator));
      if (onTheirWay.size === 0) break;
      const settled = await Promise.race(onTheirWay.values());
      onTheirWay.delete(settled.key);
      options.signal?.throwIfAborted();
      if (settled.key === 'next') {
        if (settled.result === null) fault = { error: settled.error };
        if (settled.result === null || settled.result.done) ended = true;
        else if ('kind' in settled.result.value) yield settled.result.value;
        else {
          const [own, entry] = [key++, settled.result.value];
          onTheirWay.set(
            own,
            fetchEntry(entry, fetcher, options, signal).then((outcome) => ({ key: own, outcome })),
          );
        }
        continue;
      }
      const { entry, collected, fetched } = settled.outcome;
      onOutcome(entry, collected?.kind === 'failure');
      if (collected?.kind === 'report') {
        const settle = async (kept: boolean): Promise<void> => {
          if (kept && fetched !== null) await fetcher.acknowledge(fetched, entry.address);
          await entry.listing?.settle(kept);
        };
        yield { ...collected, settle };
        continue;
      }
      await entry.listing?.settle(collected === null);
      if (collected !== null) yield collected;
    }
    if (fault !== null) throw fault.error;
  } finally {
    stop.abort();
    // A generator that waits for an answer ends when the answer is aborted, not before.
    await Promise.allSettled(onTheirWay.values());
    await iterator.return?.();
  }
}

async function pull(iterator: AsyncIterator<WebEntry | Collected>): Promise<Settled> {
  try {
    return { key: 'next', result: await iterator.next(), error: null };
  } catch (error) {
    return { key: 'next', result: null, error };
  }
}

async function fetchEntry(
  entry: WebEntry,
  fetcher: PoliteFetcher,
  options: EntryOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    if (await options.skip?.(entry.address)) return { entry, collected: null, fetched: null };
    const fetched = await fetcher.fetch(entry.address, { signal });
    if (fetched.kind === 'fetched') return { entry, collected: reportOf(entry, fetched), fetched };
    options.onUnchanged?.(entry.address);
    return { entry, collected: null, fetched };
  } catch (error) {
    const { origin, address: place, title, publisher, date, standIn } = entry;
    const collected =
      standIn === null
        ? { ...failure(origin, error), place, known: { title, publisher, date } }
        : report(entry, place, standIn, null);
    return { entry, collected, fetched: null };
  }
}

/** The report of a page that has been fetched. */
export function reportOf(entry: WebEntry, fetched: Extract<Fetched, { kind: 'fetched' }>): Collected {
  const { bytes, url, contentType, lastModified } = fetched;
  const kind = fileKind('', bytes.subarray(0, 8192));
  if (kind.kind === 'web' && (kind.format === 'feed' || kind.format === 'sitemap')) {
    const message = `Expected a page, got a ${kind.format}, which can be added by itself (${url})`;
    return failure(entry.origin, new AccordingError('format-unsupported', message, { url }));
  }
  return report(entry, url, { kind: 'bytes', bytes, mediaType: contentType, name: null }, lastModified);
}

function report(entry: WebEntry, url: string, body: RawBody, lastModified: string | null): Collected {
  const { title, publisher } = entry;
  const date = entry.date ?? lastModified;
  const dateOrigin = entry.date !== null ? 'feed' : date === null ? null : 'header';
  return {
    kind: 'report',
    report: {
      origin: entry.origin,
      place: entry.address,
      body,
      known: { id: null, url, title, publisher, date, dateOrigin },
    },
  };
}
