import { AccordingError } from '../errors.ts';
import { detectFormat } from '../ingest/index.ts';
import type { ColumnMap } from './column-map.ts';
import { failure } from './failure.ts';
import { fileKind, type FileKind } from './file-kind.ts';
import { readHead, readWhole, type FoundFile } from './found-file.ts';
import { gunzip } from './gunzip.ts';
import type { Limits } from './limits.ts';
import type { Meter } from './progress.ts';
import type { Collected } from './raw-report.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readJsonl } from './read-jsonl.ts';
import { readZip } from './read-zip.ts';
import type { SharedFetcher } from './shared-fetcher.ts';
import { spool } from './spool.ts';
import type { WebOptions } from './web-inputs.ts';

/** What reading a file takes besides the file. */
export interface FileContext {
  readonly columns: ColumnMap;
  readonly sheet: string | null;
  readonly limits: Limits;
  readonly web: WebOptions;
  readonly fetcher: SharedFetcher;
  readonly meter: Meter | null;
  readonly signal: AbortSignal | null;
}

/** An archive in an archive is common; one in one in one is a trap. */
const maxZips = 2;
const maxGzips = 1;

/** Everything that one file holds. Whatever is wrong with it is a failure in its place, after what came before it. */
export async function* collectFile(file: FoundFile, context: FileContext): AsyncGenerator<Collected> {
  try {
    const head = await readHead(file);
    if (head.length === 0) throw new AccordingError('empty-input', 'Expected a report, got an empty file');
    yield* readKind(fileKind(file.name, head), file, context);
  } catch (error) {
    context.signal?.throwIfAborted();
    yield failure(file.origin, error);
  }
}

async function* readKind(kind: FileKind, file: FoundFile, context: FileContext): AsyncGenerator<Collected> {
  const { columns, limits, meter, sheet } = context;
  switch (kind.kind) {
    case 'report':
      return yield await readReportFile(file, limits);
    case 'jsonl':
      return yield* readJsonl(file.open(), file.origin, limits);
    case 'json':
      return yield* readJson(file, limits);
    case 'csv':
    case 'tsv': {
      const delimiter = kind.kind === 'csv' ? ',' : '\t';
      return yield* readCsv(file.open(), file.origin, { columns, delimiter, maxLineBytes: limits.maxLineBytes });
    }
    case 'xlsx': {
      const { readSpreadsheet } = await import('./read-spreadsheet.ts');
      return yield* readSpreadsheet(file, { columns, sheet, limits });
    }
    case 'zip':
      if (file.zips >= maxZips) throw tooDeep('at most one archive within another');
      return yield* readZip(file, (entry) => collectFile(entry, context), { limits, meter });
    case 'gzip':
      if (file.gzips >= maxGzips) throw tooDeep('a file packed once');
      return yield* collectFile(unpacked(file), context);
    case 'web':
      return yield* collectWebFile(file, kind.format, context);
    case 'unsupported':
      throw new AccordingError('format-unsupported', `Expected a format that holds reports, got ${kind.what}`);
  }
}

async function readReportFile(file: FoundFile, limits: Limits): Promise<Collected> {
  const bytes = await readWhole(file, limits.maxReportBytes, 'a report');
  if (detectFormat(bytes) === 'binary') {
    throw new AccordingError('binary-input', `Expected text, HTML or PDF, got ${bytes.length} bytes of binary data`);
  }
  const known = { id: null, url: null, title: null, publisher: null, date: null, dateOrigin: null };
  const body = { kind: 'bytes', bytes, mediaType: null, name: file.name } as const;
  return { kind: 'report', report: { origin: file.origin, body, known } };
}

/** The same file without its packing. */
function unpacked(file: FoundFile): FoundFile {
  return {
    ...file,
    name: file.name.replace(/\.gz$/iu, ''),
    path: null,
    gzips: file.gzips + 1,
    open: () => gunzip(file.open(), file.budget),
  };
}

async function* collectWebFile(
  file: FoundFile,
  format: Extract<FileKind, { kind: 'web' }>['format'],
  { web, fetcher }: FileContext,
): AsyncGenerator<Collected> {
  const { collectWeb } = await import('./web-inputs.ts');
  const options = { ...web, fetcher: await fetcher.open() };
  await using spooled = await spool(file);
  const { path } = spooled;
  for await (const collected of collectWeb({ kind: 'file', path, format }, options)) {
    yield path === file.path ? collected : comeFrom(collected, path, file.origin);
  }
}

/** With the place in the archive where the name of a temporary file stands. */
function comeFrom(collected: Collected, path: string, origin: string): Collected {
  if (collected.kind === 'failure') {
    const [place, message] = [collected.origin, collected.message].map((text) => text.replaceAll(path, origin));
    return { ...collected, origin: place!, message: message! };
  }
  const { report } = collected;
  return { ...collected, report: { ...report, origin: report.origin.replaceAll(path, origin) } };
}

function tooDeep(expected: string): AccordingError {
  return new AccordingError('archive-invalid', `Expected ${expected}, got a deeper one`);
}
