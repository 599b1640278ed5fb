import { gunzipSync } from 'node:zlib';
import { AccordingError } from '../errors.ts';
import { decodeXmlBytes } from './decode-xml-bytes.ts';
import { failure } from './failure.ts';
import type { PoliteFetcher } from './fetch-politely.ts';
import { Listing } from './listing.ts';
import type { Collected } from './raw-report.ts';
import type { FeedEntry } from './read-feed.ts';
import { readSitemap } from './read-sitemap.ts';
import { readUrlList } from './read-url-list.ts';
import type { WebEntry } from './web-entry.ts';

/** The protocol's limit for a sitemap, unpacked; feeds are far smaller. */
export const maxListBytes = 52_428_800;

/** An index may lead to sitemaps, and no further; sites that put one level more between them exist. */
const deepestSitemap = 3;

/** Every address once, and no more of them than a limit. */
export class NewAddresses {
  readonly #most: number;
  readonly #known = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Whether the address comes for the first time.
   *
   * @throws {AccordingError} `too-many-addresses`
   */
  add(address: string): boolean {
    if (this.#known.has(address)) return false;
    if (this.#known.size >= this.#most) {
      const message = `Expected at most ${this.#most.toLocaleString('en')} addresses from one input, got more`;
      throw new AccordingError('too-many-addresses', message, { limit: this.#most });
    }
    this.#known.add(address);
    return true;
  }
}

/** What a feed's entries lead to; an entry that leads nowhere is its own report where it has content. */
export async function* feedEntries(
  entries: readonly FeedEntry[],
  origin: string,
  withContent: boolean,
  fresh: NewAddresses,
  listing: Listing | null,
): AsyncGenerator<WebEntry | Collected> {
  for (const entry of entries) {
    const { url, title, date, content } = entry;
    const place = `${origin}, entry ${entry.number}`;
    const standIn =
      withContent && content !== null && content.trim() !== '' ? ({ kind: 'html', html: content } as const) : null;
    if (url !== null) {
      if (!fresh.add(url)) continue;
      listing?.open();
      yield { origin: place, address: url, title, publisher: null, date, standIn, listing };
    } else if (standIn !== null) {
      const dateOrigin = date === null ? null : 'feed';
      const known = { id: entry.key || null, url: null, title, publisher: null, date, dateOrigin } as const;
      yield { kind: 'report', report: { origin: place, body: standIn, known } };
    } else {
      const message = `Expected an entry with an address, got one without (entry ${entry.number})`;
      yield failure(place, new AccordingError('feed-invalid', message, { entry: entry.number }));
    }
  }
}

/**
 * What a sitemap leads to, through the sitemaps that it names. One that cannot be had costs the others nothing.
 *
 * An index that has not changed says nothing of the sitemaps that it names: it fails its own listing, and so comes in full
 * each time, while they are asked by whether they have changed.
 */
export async function* sitemapEntries(
  text: string,
  origin: string,
  address: string | null,
  context: { readonly fetcher: PoliteFetcher; readonly fresh: NewAddresses; readonly signal: AbortSignal | undefined },
  listing: Listing | null,
  depth = 1,
): AsyncGenerator<WebEntry | Collected> {
  const { fetcher, fresh, signal } = context;
  for (const entry of readSitemap(text, address)) {
    const place = `${origin}, address ${entry.number}`;
    if (!entry.isAddress) {
      const message = `Expected an address, got “${entry.address.slice(0, 100)}” (address ${entry.number})`;
      yield failure(place, new AccordingError('address-invalid', message));
    } else if (!fresh.add(entry.address)) continue;
    else if (entry.kind === 'page') {
      const { title, publisher, date } = entry;
      listing?.open();
      yield { origin: place, address: entry.address, title, publisher, date, standIn: null, listing };
    } else if (depth >= deepestSitemap) {
      const message = `Expected sitemaps that lead to pages, got indexes ${depth + 1} deep (${entry.address})`;
      yield failure(place, new AccordingError('sitemap-invalid', message));
    } else {
      listing?.fail();
      try {
        const fetched = await fetcher.fetch(entry.address, { signal, maxBytes: maxListBytes });
        if (fetched.kind === 'unchanged') continue;
        const inner = decodeXmlBytes(unpackList(fetched.bytes), fetched.contentType);
        const own = new Listing();
        own.begin(() => fetcher.acknowledge(fetched, entry.address));
        yield* sitemapEntries(inner, entry.address, fetched.url, context, own, depth + 1);
        await own.end();
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof AccordingError && error.code === 'too-many-addresses') throw error;
        yield failure(entry.address, error);
      }
    }
  }
}

/** What a list of addresses leads to. */
export async function* listEntries(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
  fresh: NewAddresses,
  listing: Listing | null,
): AsyncGenerator<WebEntry | Collected> {
  for await (const { number, address } of readUrlList(bytes)) {
    const place = `${origin}, line ${number}`;
    if (address instanceof AccordingError) yield failure(place, address);
    else if (fresh.add(address)) {
      listing?.open();
      yield { origin: place, address, title: null, publisher: null, date: null, standIn: null, listing };
    }
  }
}

/**
 * A sitemap or feed without its gzip packing, where it has one.
 *
 * @throws {AccordingError} `archive-invalid`
 */
export function unpackList(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxListBytes });
  } catch (cause) {
    const large = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const got = large ? 'more' : 'a damaged one';
    throw new AccordingError(
      'archive-invalid',
      `Expected gzip of at most ${maxListBytes} bytes, got ${got}`,
      {},
      cause,
    );
  }
}
