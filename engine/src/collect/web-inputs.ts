import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AccordingError } from '../errors.ts';
import { decodeXmlBytes } from './decode-xml-bytes.ts';
import { failure } from './failure.ts';
import { fetchEntries, reportOf, type EntryOptions } from './fetch-entries.ts';
import type { FetchOptions } from './fetch-options.ts';
import { PoliteFetcher } from './fetch-politely.ts';
import { fileKind } from './file-kind.ts';
import { Listing } from './listing.ts';
import type { Collected } from './raw-report.ts';
import { readFeed } from './read-feed.ts';
import { readWarc } from './read-warc.ts';
import { unreadable } from './unreadable.ts';
import { feedEntries, listEntries, maxListBytes, NewAddresses, sitemapEntries, unpackList } from './web-entries.ts';
import type { WebEntry } from './web-entry.ts';

/** How to collect what comes over the web. */
export interface WebOptions extends EntryOptions {
  /** Shared by several inputs, so that no host is asked twice at once; closing it is its owner's. Else one is made. */
  readonly fetcher?: PoliteFetcher;
  /** For the fetcher that is made where none is given. */
  readonly fetch?: FetchOptions;
  /** Whether a feed's own text stands in for pages that cannot be fetched. Default: no. */
  readonly feedContent?: boolean;
  /** Of pages that one input may lead to. Default: a million. */
  readonly maxAddresses?: number;
}

export type WebInput =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string; readonly format: 'feed' | 'sitemap' | 'url-list' | 'warc' };

interface Context {
  readonly fetcher: PoliteFetcher;
  readonly options: WebOptions;
  readonly fresh: NewAddresses;
  readonly signal: AbortSignal | undefined;
}

const defaultMaxAddresses = 1_000_000;
const pieceBytes = 1024 * 1024;

/**
 * Collects the reports that an address or a file in a format of the web leads to: a page itself, the pages that a feed, a
 * sitemap or a list of addresses names, the pages within a web archive. What cannot be had is a failure with the reason.
 *
 * A report is left out next time, when the server says that it has not changed, only once it is settled; a feed, once all of
 * its pages are.
 *
 * @throws the signal's reason, and nothing else
 */
export async function* collectWeb(input: WebInput, options: WebOptions = {}): AsyncGenerator<Collected> {
  const fetcher = options.fetcher ?? new PoliteFetcher(options.fetch);
  const fresh = new NewAddresses(options.maxAddresses ?? defaultMaxAddresses);
  const context: Context = { fetcher, options, fresh, signal: options.signal };
  try {
    if (input.kind === 'url') yield* collectUrl(input.url, context);
    else yield* collectFile(input.path, input.format, context);
  } catch (error) {
    options.signal?.throwIfAborted();
    yield failure(input.kind === 'url' ? input.url : input.path, error);
  } finally {
    if (options.fetcher === undefined) await fetcher.close();
  }
}

async function* collectFile(
  path: string,
  format: Extract<WebInput, { kind: 'file' }>['format'],
  context: Context,
): AsyncGenerator<Collected> {
  if (format === 'warc') yield* collectWarc(path);
  else if (format === 'url-list') yield* fetched(listEntries(readPieces(path), path, context.fresh, null), context);
  else {
    const text = decodeXmlBytes(unpackList(await readList(path)), null);
    yield* fetched(entriesOf(format, text, path, null, context, null), context);
  }
}

async function* collectUrl(url: string, context: Context): AsyncGenerator<Collected> {
  const { fetcher, options, fresh } = context;
  if (await options.skip?.(url)) return;
  const answer = await fetcher.fetch(url, {
    signal: context.signal,
    maxBytes: Math.max(maxListBytes, fetcher.maxBytes),
  });
  if (answer.kind === 'unchanged') {
    options.onUnchanged?.(url);
    return;
  }
  const name = new URL(answer.url).pathname;
  const packed = answer.bytes[0] === 0x1f && answer.bytes[1] === 0x8b && !/\.warc\.gz$/iu.test(name);
  const bytes = packed ? unpackList(answer.bytes) : answer.bytes;
  const kind = fileKind(packed ? name.replace(/\.gz$/iu, '') : name, bytes.subarray(0, 8192));
  // A page that failed shall come again with the feed; one that was kept is not read twice, since it has not changed.
  const listing = new Listing();
  listing.begin(() => fetcher.acknowledge(answer, url));
  if (kind.kind === 'web' && (kind.format === 'feed' || kind.format === 'sitemap')) {
    const text = decodeXmlBytes(bytes, answer.contentType);
    // An index that names itself leads nowhere new.
    if (kind.format === 'sitemap') fresh.add(answer.url);
    yield* fetched(entriesOf(kind.format, text, url, answer.url, context, listing), context);
    await listing.end();
  } else if (kind.kind === 'web' && kind.format === 'url-list') {
    yield* fetched(listEntries(once(bytes), url, fresh, listing), context);
    await listing.end();
  } else if (kind.kind === 'report') {
    if (bytes.length > fetcher.maxBytes) {
      const message = `Expected at most ${fetcher.maxBytes} bytes, got ${bytes.length} (${url})`;
      throw new AccordingError('document-too-large', message, { url });
    }
    const nothing = { title: null, publisher: null, date: null, standIn: null, listing: null } as const;
    const entry: WebEntry = { origin: url, address: url, ...nothing };
    const settle = async (kept: boolean): Promise<void> => {
      if (kept) await fetcher.acknowledge(answer, url);
    };
    const collected = reportOf(entry, { ...answer, bytes });
    yield collected.kind === 'report' ? { ...collected, settle } : collected;
  } else {
    const got =
      kind.kind === 'unsupported'
        ? kind.what
        : `${kind.kind === 'web' ? kind.format : kind.kind}; download it and name the file`;
    const message = `Expected a page, PDF, text, feed, sitemap or list of addresses, got ${got} (${url})`;
    throw new AccordingError('format-unsupported', message, { url });
  }
}

async function* entriesOf(
  format: 'feed' | 'sitemap',
  text: string,
  origin: string,
  address: string | null,
  context: Context,
  listing: Listing | null,
): AsyncGenerator<WebEntry | Collected> {
  if (format === 'sitemap') yield* sitemapEntries(text, origin, address, context, listing);
  else
    yield* feedEntries(
      (await readFeed(text, address)).entries,
      origin,
      context.options.feedContent === true,
      context.fresh,
      listing,
    );
}

function fetched(
  entries: AsyncIterable<WebEntry | Collected>,
  { fetcher, options }: Context,
): AsyncGenerator<Collected> {
  return fetchEntries(entries, fetcher, options);
}

async function* collectWarc(path: string): AsyncGenerator<Collected> {
  for await (const page of readWarc(readPieces(path))) {
    const origin = `${path}, byte ${page.offset}`;
    if (page.kind === 'failure') yield failure(origin, page.error);
    else {
      const { url, bytes, contentType, lastModified } = page;
      const body = { kind: 'bytes', bytes, mediaType: contentType, name: null } as const;
      const dateOrigin = lastModified === null ? null : 'header';
      const known = { id: null, url, title: null, publisher: null, date: lastModified, dateOrigin } as const;
      yield { kind: 'report', report: { origin, body, known } };
    }
  }
}

async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** A file that is held as a whole. */
async function readList(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > maxListBytes) {
      const message = `Expected a feed or sitemap of at most ${maxListBytes} bytes, got ${size}`;
      throw new AccordingError('document-too-large', message, { size });
    }
    return await file.readFile();
  } catch (cause) {
    throw unreadable(cause);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
