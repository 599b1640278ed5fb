import { parse } from 'csv-parse/sync';
import { AccordingError } from '../errors.ts';
import type { TextLine } from './text-lines.ts';

/** A row of a table, or why there is none; `line` is the number of its first line. */
export interface CutRow {
  readonly line: number;
  readonly cells: readonly string[] | AccordingError;
}

export interface RowFormat {
  readonly delimiter: string;
  /** How many cells a row has, `null` while the first is cut. */
  readonly columns: number | null;
}

interface Pending {
  readonly number: number;
  readonly line: string;
  /** Whether its quotation marks leave a cell open, or close one. */
  readonly odd: boolean;
}

/**
 * Cuts lines of CSV into rows, so that a row that is wrong costs no other.
 *
 * A cell in quotation marks may go over several lines. Lines are taken together until their marks are even in number, and
 * given to the parser. Where it finds the marks wrong, or the file ends, or the row becomes too long, the first line stands
 * alone and the others are cut anew. All lines between the two odd ones are even, so none is looked at more than twice.
 */
export class RowCutter {
  readonly #maxLength: number;
  #pending: Pending[] = [];
  #length = 0;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** Rows that are complete with this line. */
  *add({ number, line }: TextLine, format: RowFormat): Generator<CutRow> {
    if (typeof line !== 'string') {
      yield* this.end(format);
      const message = `Expected a row of at most ${this.#maxLength} characters, got ${line.tooLong} (line ${number})`;
      yield { line: number, cells: new AccordingError('line-too-long', message, { line: number }) };
      return;
    }
    const odd = isOdd(line);
    const open = this.#pending.length > 0;
    if (!open && !odd) {
      yield* cutAlone(number, line, format);
      return;
    }
    this.#pending.push({ number, line, odd });
    this.#length += line.length;
    if (open && odd) yield* this.#close(format);
    else if (this.#length > this.#maxLength) yield* this.end(format);
  }

  /** What is left when no further line comes. */
  *end(format: RowFormat): Generator<CutRow> {
    const left = this.#take();
    for (const { number, line } of left) yield* cutAlone(number, line, format);
  }

  *#close(format: RowFormat): Generator<CutRow> {
    const lines = this.#take();
    const { number } = lines[0]!;
    const rows = tryParse(lines.map(({ line }) => line).join(''), format.delimiter);
    if (!(rows instanceof Error) && rows.length === 1) {
      yield { line: number, cells: checkCount(rows[0]!, format.columns, number) };
      return;
    }
    // The last line is odd, so it may open a row of its own; those before it are rows.
    const last = lines.pop()!;
    for (const { number, line } of lines) yield* cutAlone(number, line, format);
    this.#pending = [last];
    this.#length = last.line.length;
  }

  #take(): Pending[] {
    const taken = this.#pending;
    this.#pending = [];
    this.#length = 0;
    return taken;
  }
}

function isOdd(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function* cutAlone(number: number, line: string, format: RowFormat): Generator<CutRow> {
  if (line.trim() === '') return;
  const rows = tryParse(line, format.delimiter);
  // A file whose lines end as they did on old Macintoshes is one line of many rows.
  if (!(rows instanceof Error)) {
    for (const cells of rows) yield { line: number, cells: checkCount(cells, format.columns, number) };
    return;
  }
  yield { line: number, cells: withPlainMarks(line, format) ?? wrongMarks(rows, number) };
}

/** With quotation marks as letters of the text, where that gives as many cells as there are columns. */
function withPlainMarks(line: string, { delimiter, columns }: RowFormat): readonly string[] | null {
  const rows = tryParse(line, delimiter, null);
  const cells = rows instanceof Error ? undefined : rows[0];
  if (cells === undefined || cells.length !== columns) return null;
  // Tables with tabs mostly know no quoting; elsewhere a mark that opens a cell was meant to quote it.
  return delimiter === '\t' || !cells.some((cell) => cell.trimStart().startsWith('"')) ? cells : null;
}

function tryParse(text: string, delimiter: string, quote: '"' | null = '"'): string[][] | Error {
  const options = { delimiter, quote, relax_column_count: true, skip_empty_lines: true };
  try {
    return parse(text, options);
  } catch (error) {
    if (quote === null || !/"[ \t]|[ \t]"/u.test(text)) return error as Error;
    try {
      // By hand, people write white space around marks.
      return parse(text, { ...options, trim: true });
    } catch {
      return error as Error;
    }
  }
}

function checkCount(
  cells: readonly string[],
  columns: number | null,
  line: number,
): readonly string[] | AccordingError {
  if (columns === null || cells.length === columns) return cells;
  // Spreadsheets leave out empty cells at the end, or write some too many.
  if (cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === ''))
    return cells.slice(0, columns);
  const message = `Expected ${count(columns)}, got ${cells.length} (line ${line})`;
  return cells.length < columns && cells.length > 1 ? cells : new AccordingError('row-invalid', message, { line });
}

function count(columns: number): string {
  return `${columns} ${columns === 1 ? 'cell' : 'cells'}`;
}

function wrongMarks(error: Error, line: number): AccordingError {
  const closed = /not_closed/iu.test((error as Error & { code?: string }).code ?? '');
  const got = closed ? 'a cell that none closes' : 'one within a cell';
  return new AccordingError(
    'row-invalid',
    `Expected quotation marks around cells, got ${got} (line ${line})`,
    { line },
    error,
  );
}
