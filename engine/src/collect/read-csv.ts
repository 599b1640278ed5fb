import { AccordingError } from '../errors.ts';
import { findColumns, type ColumnMap, type ColumnPlaces, type RecordField } from './column-map.ts';
import { RowCutter, type CutRow, type RowFormat } from './cut-rows.ts';
import { decodeStream } from './decode-stream.ts';
import { failure } from './failure.ts';
import { parseRecord } from './parse-record.ts';
import type { Collected } from './raw-report.ts';
import { textLines, type TextLine } from './text-lines.ts';

export interface CsvOptions {
  readonly columns: ColumnMap;
  readonly maxLineBytes: number;
  /** What the file's ending says: a comma or a tab; the first line may say otherwise. */
  readonly delimiter: ',' | '\t';
}

/**
 * Reads a table with a header, a report from each row, in memory for one row. Cells are divided by what divides the header:
 * comma, semicolon, tab or bar, or what a first line `sep=;` says.
 *
 * @throws {AccordingError} `column-missing`, `empty-input`
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
  options: CsvOptions,
): AsyncGenerator<Collected> {
  const cutter = new RowCutter(options.maxLineBytes);
  let delimiter: string | null = null;
  let header: { readonly columns: number; readonly places: ColumnPlaces } | null = null;
  const format = (): RowFormat => ({ delimiter: delimiter ?? options.delimiter, columns: header?.columns ?? null });
  const take = (row: CutRow): Collected | null => {
    if (header !== null) return collectRow(row, origin, header.places);
    if (row.cells instanceof AccordingError) throw row.cells;
    header = { columns: row.cells.length, places: findColumns(row.cells, options.columns) };
    return null;
  };
  for await (const line of textLines(decodeStream(bytes), options.maxLineBytes)) {
    if (delimiter === null) {
      const said = saidDelimiter(line);
      delimiter = said ?? guessDelimiter(line, options.delimiter);
      if (said !== null) continue;
    }
    for (const row of cutter.add(line, format())) {
      const collected = take(row);
      if (collected !== null) yield collected;
    }
  }
  for (const row of cutter.end(format())) {
    const collected = take(row);
    if (collected !== null) yield collected;
  }
  if (header === null) throw new AccordingError('empty-input', 'Expected a table with a header, got nothing');
}

/** What `sep=;`, which Excel writes and reads, says. */
function saidDelimiter({ line }: TextLine): string | null {
  return typeof line === 'string' ? (/^sep=([,;\t|])\s*$/iu.exec(line)?.[1] ?? null) : null;
}

/** What divides the header into most cells; `usual` where nothing divides it more. `null` for a blank line. */
function guessDelimiter({ line }: TextLine, usual: string): string | null {
  if (typeof line !== 'string') return usual;
  if (line.trim() === '') return null;
  // Names in marks may hold anything.
  const bare = line.replace(/"[^"]*"/gu, '');
  const times = (mark: string): number => bare.split(mark).length;
  return [',', ';', '\t', '|'].reduce((best, mark) => (times(mark) > times(best) ? mark : best), usual);
}

function collectRow({ line, cells }: CutRow, origin: string, places: ColumnPlaces): Collected {
  const place = `${origin}, line ${line}`;
  if (cells instanceof AccordingError) return failure(place, cells);
  return collectCells(cells, place, places);
}

/** The report of one row of any table. */
export function collectCells(cells: readonly (string | null)[], origin: string, places: ColumnPlaces): Collected {
  const record: Partial<Record<RecordField, string | null>> = {};
  for (const [field, place] of Object.entries(places)) record[field as RecordField] = cells[place] ?? null;
  try {
    if (!record.text?.trim() && !record.html?.trim()) {
      throw new AccordingError('text-missing', 'Expected a text in the row, got an empty cell');
    }
    return { kind: 'report', report: { origin, ...parseRecord(record) } };
  } catch (error) {
    return failure(origin, error);
  }
}
