import type { LedgerRecord } from '../record/index.ts';
import { neutraliseCell } from './csv-cell.ts';
import type { ExportOptions } from './export-options.ts';
import { inChunks } from './in-chunks.ts';
import { cellOf, recordColumns } from './record-columns.ts';

/**
 * Writes a table of records as RFC 4180 has it: UTF-8, commas, a header, CRLF. Columns are those of `recordColumns`; what is absent is
 * an empty cell, lists are JSON. Text that a spreadsheet would run as a formula has an apostrophe before it, see `restoreCell`.
 */
export function recordsAsCsv(
  records: AsyncIterable<LedgerRecord>,
  { byteOrderMark = false }: Pick<ExportOptions, 'byteOrderMark'> = {},
): AsyncGenerator<string> {
  return inChunks(lines(records, byteOrderMark));
}

async function* lines(records: AsyncIterable<LedgerRecord>, byteOrderMark: boolean): AsyncGenerator<string> {
  yield `${byteOrderMark ? '\ufeff' : ''}${recordColumns.map(({ name }) => name).join(',')}\r\n`;
  for await (const record of records) {
    yield `${recordColumns.map((column) => cell(cellOf(column, record))).join(',')}\r\n`;
  }
}

/** The same for values of any kind: a header, and rows of as many cells each. */
export function tableAsCsv(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Quoted wherever another dialect of CSV than this one would see an end of the cell. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutraliseCell(value);
  return /[",;|\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
