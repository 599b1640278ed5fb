import { fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccordingError } from '../errors.ts';
import { findColumns, type ColumnMap, type ColumnPlaces } from './column-map.ts';
import type { FoundFile } from './found-file.ts';
import type { Limits } from './limits.ts';
import type { Collected } from './raw-report.ts';
import { collectCells } from './read-csv.ts';
import { spool } from './spool.ts';
import type { SheetAnswer, SheetCell } from './spreadsheet-child.ts';

/** Memory of the process that reads a workbook: a sheet of 188 MB, unpacked, was read in less than 1 GB. */
const leastHeapMb = 256;
const heapPerByte = 6;

/**
 * Reads one sheet of an Excel workbook whose first row is a header, a report from each row. Formulas count as what they
 * last came to; the workbook is read as a whole.
 *
 * @throws {AccordingError} `spreadsheet-invalid`, `column-missing`, `document-too-large`, `archive-invalid`
 */
export async function* readSpreadsheet(
  file: FoundFile,
  options: { readonly columns: ColumnMap; readonly sheet: string | null; readonly limits: Limits },
): AsyncGenerator<Collected> {
  await using workbook = await spool(file);
  const size = await checkSize(workbook.path, options.limits.maxWholeBytes);
  file.budget.spend(size);
  let places: ColumnPlaces | null = null;
  let number = 0;
  for await (const row of rowsOf(workbook.path, options.sheet, Math.ceil(leastHeapMb + (heapPerByte * size) / 1e6))) {
    number++;
    const cells = row.map(textOf);
    if (cells.every((cell) => cell === '')) continue;
    if (places === null) places = findColumns(cells, options.columns);
    else yield collectCells(cells, `${file.origin}, row ${number}`, places);
  }
  if (places === null)
    throw new AccordingError('spreadsheet-invalid', 'Expected a sheet with a header, got an empty one');
}

/** Dates of whole days come as days, since spreadsheets know no zones. */
function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  return cell
    .toISOString()
    .replace(/T00:00:00\.000Z$/u, '')
    .replace(/\.000Z$/u, '');
}

/** The library unpacks no more of a part than the archive says there is, so what it says can be held against the limit. */
async function checkSize(path: string, maxBytes: number): Promise<number> {
  const { default: yauzl } = await import('yauzl');
  let size = (await stat(path)).size;
  if (size <= maxBytes) {
    let zip;
    try {
      zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    } catch (cause) {
      throw invalid('other bytes, or a part of one', cause);
    }
    try {
      for await (const entry of zip.eachEntry()) size += entry.uncompressedSize;
    } catch (cause) {
      throw invalid('a damaged one', cause);
    } finally {
      zip.close();
    }
  }
  if (size > maxBytes) {
    const message = `Expected a workbook of at most ${maxBytes / 1e6} MB, got ${Math.ceil(size / 1e6)} MB unpacked`;
    throw new AccordingError('document-too-large', message, { maxBytes, size });
  }
  return size;
}

async function* rowsOf(path: string, sheet: string | null, heapMb: number): AsyncGenerator<readonly SheetCell[]> {
  const file = fileURLToPath(new URL(`./spreadsheet-child${extname(import.meta.url)}`, import.meta.url));
  const child = fork(file, [path, ...(sheet === null ? [] : [sheet])], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    // Options of the parent, such as a loader of tests, are none of its.
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const next = (): Promise<SheetAnswer> =>
    new Promise((resolve, reject) => {
      child.removeAllListeners();
      child.once('message', (answer) => resolve(answer as SheetAnswer));
      child.once('error', reject);
      child.once('exit', (code) => reject(ended(code, heapMb)));
      if (child.connected) child.send('next', (error) => error !== null && reject(ended(null, heapMb)));
      else reject(ended(child.exitCode, heapMb));
    });
  try {
    for (let answer = await next(); answer.kind !== 'end'; answer = await next()) {
      if (answer.kind === 'rows') yield* answer.rows;
      else if (answer.name === 'SheetNotFoundError') throw noSuchSheet(sheet, plain(answer.message));
      else throw invalid(`a damaged one (${plain(answer.message)})`, answer);
    }
  } finally {
    child.removeAllListeners();
    child.on('error', () => {});
    child.kill('SIGKILL');
  }
}

/** Out of memory is what ends a reader, for all that is known. */
function ended(code: number | null, heapMb: number): AccordingError {
  const message = `Expected a sheet that can be read in ${heapMb} MB of memory, got one that cannot`;
  return new AccordingError('document-too-large', message, { heapMb, exitCode: code });
}

function noSuchSheet(sheet: string | null, message: string): AccordingError {
  const there = /Available sheets: (.*)$/u.exec(message)?.[1];
  const got = there === undefined ? 'none of that name' : `the sheets ${there}`;
  const expected = sheet === null ? 'a workbook with a sheet' : `a workbook with a sheet “${sheet}”`;
  return new AccordingError('spreadsheet-invalid', `Expected ${expected}, got ${got}`, { sheet });
}

function plain(message: string): string {
  return message.replace(/\s+/gu, ' ').trim();
}

function invalid(got: string, cause: unknown): AccordingError {
  return new AccordingError('spreadsheet-invalid', `Expected an Excel workbook (.xlsx), got ${got}`, {}, cause);
}
