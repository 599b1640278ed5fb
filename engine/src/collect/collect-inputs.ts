import { collectFile, type FileContext } from './collect-file.ts';
import type { CollectedInput } from './collected-input.ts';
import type { ColumnMap } from './column-map.ts';
import { failure } from './failure.ts';
import { fileOnDisk } from './found-file.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Meter } from './progress.ts';
import { absolute, placed } from './placed.ts';
import type { Collected, KnownPage } from './raw-report.ts';
import { SharedFetcher } from './shared-fetcher.ts';
import { UnpackBudget } from './unpack-budget.ts';
import type { WebEntry } from './web-entry.ts';
import { walkInputs, type Found } from './walk-inputs.ts';
import type { WebOptions } from './web-inputs.ts';

export interface CollectOptions {
  /** Which columns of tables hold what; usual names tell by themselves. */
  readonly columns?: ColumnMap;
  /** Which sheet of workbooks is read, by its name; else the first. */
  readonly sheet?: string;
  readonly limits?: Partial<Limits>;
  /** For addresses, feeds, sitemaps, lists of addresses and WARC files. */
  readonly web?: WebOptions;
  /** Pages that are fetched first, as a feed or list would lead to them. */
  readonly pages?: readonly KnownPage[];
  /** Hears of each file and address that could be had, once it has been read to its end. */
  readonly onHad?: (place: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Everything that inputs hold, in the order of `walkInputs`: files and folders, patterns, addresses; HTML, text and PDF;
 * JSONL, CSV, Excel; zip and gzip of these; feeds, sitemaps, lists of addresses, WARC.
 *
 * What cannot be had is a failure and costs nothing beside it. Memory is that of one report, save for workbooks and JSON
 * that is no JSONL, which are read as a whole.
 *
 * @throws the signal's reason, and nothing else
 */
export async function* collectInputs(
  inputs: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<CollectedInput> {
  const meter = new Meter();
  // Whatever inputs lead to a host, it is asked by one connection, and its robots.txt once.
  await using fetcher = new SharedFetcher(options.web ?? {});
  const context: FileContext = {
    columns: options.columns ?? {},
    sheet: options.sheet ?? null,
    limits: { ...defaultLimits, ...options.limits },
    web: { ...options.web, ...(options.signal !== undefined && { signal: options.signal }) },
    fetcher,
    meter,
    signal: options.signal ?? null,
  };
  for await (const collected of collectAll(inputs, options, context, meter)) {
    options.signal?.throwIfAborted();
    yield { ...collected, progress: meter.progress };
  }
}

async function* collectAll(
  inputs: readonly string[],
  { pages = [], onHad, signal }: CollectOptions,
  context: FileContext,
  meter: Meter,
): AsyncGenerator<Collected> {
  if (pages.length > 0) yield* collectPages(pages, context);
  for await (const found of walkInputs(inputs, signal)) {
    const path = found.kind === 'file' ? found.path : found.kind === 'url' ? found.url : found.origin;
    const place = found.kind === 'url' ? path : await absolute(path);
    let had = true;
    for await (const collected of collectFound(found, context, meter)) {
      const told = found.kind === 'url' ? collected : placed(collected, path, place);
      if (told.kind === 'failure' && (told.place ?? told.origin) === place) had = false;
      yield told;
    }
    if (had) onHad?.(place);
  }
}

async function* collectFound(found: Found, context: FileContext, meter: Meter): AsyncGenerator<Collected> {
  if (found.kind === 'failure') yield failure(found.origin, found.error);
  else if (found.kind === 'url') yield* collectAddress(found.url, context);
  else {
    meter.begin(found.size);
    const budget = new UnpackBudget(found.size, context.limits);
    yield* collectFile(fileOnDisk(found.path, found.path, budget, meter), context);
    meter.end();
  }
}

async function* collectPages(pages: readonly KnownPage[], { web, fetcher }: FileContext): AsyncGenerator<Collected> {
  const { fetchEntries } = await import('./fetch-entries.ts');
  const entries = async function* (): AsyncGenerator<WebEntry> {
    for (const { address, known } of pages) yield { origin: address, address, ...known, standIn: null, listing: null };
  };
  yield* fetchEntries(entries(), await fetcher.open(), web);
}

async function* collectAddress(url: string, context: FileContext): AsyncGenerator<Collected> {
  try {
    const { collectWeb } = await import('./web-inputs.ts');
    yield* collectWeb({ kind: 'url', url }, { ...context.web, fetcher: await context.fetcher.open() });
  } catch (error) {
    context.signal?.throwIfAborted();
    yield failure(url, error);
  }
}
