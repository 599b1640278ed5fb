import type { LedgerRecord } from '../record/index.ts';
import type { ExportOptions } from './export-options.ts';
import { inChunks } from './in-chunks.ts';
import { cellOf, recordColumns } from './record-columns.ts';
import { SheetLinks } from './sheet-links.ts';
import { columnLetters, escapeCell } from './spreadsheet-xml.ts';
import { webAddress } from './web-address.ts';
import { workbookParts } from './workbook-parts.ts';
import { zipStream, type ZipEntry } from './zip-stream.ts';

/** All that a sheet holds, its header left out. */
const mostRows = 1_048_575;

/** All that a cell holds, in UTF-16 code units. */
const longestCell = 32_767;

const cut = ' […]';

const letters = recordColumns.map((_, index) => columnLetters(index));
const urlIndex = recordColumns.findIndex(({ name }) => name === 'url');

type Options = Pick<ExportOptions, 'note' | 'when'> & { readonly rowsPerSheet?: number };

/**
 * Writes a workbook with the columns of `recordColumns`, under a header that stays in sight. Records that one sheet cannot hold go on in a
 * next one. Cells are strings and numbers, none a formula, whatever they begin with. A text too long for a cell is cut, with a mark and a
 * note; so is a link too many.
 *
 * The zip is written by hand, since write-excel-file holds all rows.
 */
export function recordsAsXlsx(records: AsyncIterable<LedgerRecord>, options: Options = {}): AsyncGenerator<Uint8Array> {
  return zipStream(parts(records, options), options);
}

async function* parts(
  records: AsyncIterable<LedgerRecord>,
  { note = () => {}, rowsPerSheet = mostRows }: Options,
): AsyncGenerator<ZipEntry> {
  const rows = records[Symbol.asyncIterator]();
  const sheets: string[] = [];
  let next = await rows.next();
  try {
    do {
      const number = sheets.push(sheets.length === 0 ? 'Records' : `Records ${sheets.length + 1}`);
      const links = new SheetLinks();
      const taken = async function* (): AsyncGenerator<LedgerRecord> {
        for (let row = 0; row < rowsPerSheet && !next.done; row++, next = await rows.next()) yield next.value;
      };
      yield { name: `xl/worksheets/sheet${number}.xml`, contents: inChunks(sheet(taken(), links, note)) };
      yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, contents: links.relationships() };
      if (links.leftOut > 0) {
        const message = `Expected at most 65,530 links of at most 2,079 characters in a sheet, left ${links.leftOut} addresses as text (sheet ${number})`;
        note({ code: 'links-left-out', message, record: null });
      }
    } while (!next.done);
    yield* workbookParts(sheets);
  } finally {
    await rows.return?.();
  }
}

async function* sheet(
  records: AsyncIterable<LedgerRecord>,
  links: SheetLinks,
  note: NonNullable<Options['note']>,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ';
  yield 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0">';
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  for (const [index, { width }] of recordColumns.entries()) {
    yield `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  }
  yield '</cols><sheetData><row r="1">';
  for (const [index, { name }] of recordColumns.entries()) yield textCell(`${letters[index]}1`, name, ' s="1"');
  yield '</row>';
  let row = 1;
  for await (const record of records) {
    row++;
    const address = webAddress(record.report.url);
    if (address !== null) links.add(row, address);
    yield rowOf(record, row, address !== null, note);
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/>`;
  yield* links.cells(letters[urlIndex]!);
  yield '</worksheet>';
}

function rowOf(record: LedgerRecord, row: number, linked: boolean, note: NonNullable<Options['note']>): string {
  const cells = recordColumns.map((column, index) => {
    const value = cellOf(column, record);
    const at = `${letters[index]}${row}`;
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (value.length > longestCell) {
      const message = `Expected at most ${longestCell} characters in a cell, got ${value.length} (${column.name} of ${record.id})`;
      note({ code: 'cell-cut', message, record: record.id });
    }
    return textCell(at, cutToCell(value), linked && index === urlIndex ? ' s="2"' : '');
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

function textCell(at: string, text: string, style: string): string {
  const space = /^\s|\s$/u.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t${space}>${escapeCell(text)}</t></is></c>`;
}

function cutToCell(text: string): string {
  if (text.length <= longestCell) return text;
  return text.slice(0, longestCell - cut.length).replace(/[\ud800-\udbff]$/u, '') + cut;
}
