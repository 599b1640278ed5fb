import type { Context } from 'hono';
import { exportFormats, tableAsCsv } from '../export/index.ts';
import type { LedgerRecord } from '../record/index.ts';

const { mediaType } = exportFormats.csv;

/** Whether rows are asked for as a table: by the parameter `format`, or by what is accepted. */
export function wantsCsv(c: Context, format: 'json' | 'csv' | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  return /^\s*text\/csv\b/iu.test(c.req.header('accept') ?? '');
}

/** A table of values, as `according export` writes tables. */
export function csvOf<Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): Response {
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  return new Response(tableAsCsv(columns, cells), { headers: { 'content-type': mediaType } });
}

/** The columns of the exports. */
export async function csvOfRecords(records: readonly LedgerRecord[]): Promise<Response> {
  let made = '';
  for await (const chunk of exportFormats.csv.write(each(records))) made += String(chunk);
  return new Response(made, { headers: { 'content-type': mediaType } });
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'string')
    return value ?? null;
  return JSON.stringify(value);
}
