import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { collectInputs } from './collect-inputs.ts';
import { TestFolder, zipOf } from './test-folder.ts';
import { workbookOf } from './test-workbook.ts';

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder[Symbol.dispose]());

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('readSpreadsheet', () => {
  it('reads the first sheet or a named one, dates as days', async () => {
    const path = join(folder.path, 'book 📚.xlsx');
    const first = [
      [{ value: 'Body' }, { value: 'Date' }, { value: 'ID' }],
      [{ value: ' One 🙂 ' }, { value: new Date('2026-05-03T00:00:00Z'), format: 'dd.mm.yyyy' }, { value: 7 }],
      [{ value: null }, { value: null }, { value: 8 }],
      [{ value: 'Two' }],
    ];
    const second = [[{ value: 'text' }], [{ value: 'other' }]];
    await writeXlsxFile([
      { data: first, sheet: 'A' },
      { data: second, sheet: 'B' },
    ] as never).toFile(path);
    expect(await folder.collect('book 📚.xlsx')).toEqual([
      'book 📚.xlsx, row 2: “ One 🙂 ”',
      'book 📚.xlsx, row 3: text-missing',
      'book 📚.xlsx, row 4: “Two”',
    ]);
    expect(await folder.collect('book 📚.xlsx', { sheet: 'B' })).toEqual(['book 📚.xlsx, row 2: “other”']);
    expect(await folder.messages('book 📚.xlsx', { sheet: 'C' })).toEqual([
      'Expected a workbook with a sheet “C”, got the sheets A, B',
    ]);
    for await (const collected of collectInputs([path])) {
      expect(collected).toMatchObject({ report: { known: { id: '7', date: '2026-05-03', dateOrigin: 'given' } } });
      break;
    }
  });

  it('takes of a formula what it last came to', async () => {
    folder.write(
      'f.xlsx',
      await workbookOf(
        `<row r="1">${cell('A1', 'text')}</row><row r="2"><c r="A2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c></row>` +
          `<row r="3"><c r="A3"><f>1/0</f></c>${cell('B3', 'no result')}</row><row r="4">${cell('A4', '=1+1')}</row>`,
      ),
    );
    expect(await folder.collect('f.xlsx')).toEqual([
      'f.xlsx, row 2: “xy”',
      'f.xlsx, row 3: text-missing',
      'f.xlsx, row 4: “=1+1”',
    ]);
  });

  it('says what is wrong with a file that is none, cut off, or empty', async () => {
    const whole = await workbookOf(`<row r="1">${cell('A1', 'text')}</row>`);
    folder.write('a.xlsx', 'text,id\n');
    folder.write('b.xlsx', whole.subarray(0, whole.length - 40));
    folder.write('c.xlsx', await zipOf({ 'a.txt': 'a zip' }));
    folder.write('d.xlsx', await workbookOf(''));
    folder.write('e.xlsx', await workbookOf(`<row r="1">${cell('A1', 'nothing')}</row>`));
    expect(await folder.collect('.')).toEqual([
      'a.xlsx: spreadsheet-invalid',
      'b.xlsx: spreadsheet-invalid',
      'c.xlsx: spreadsheet-invalid',
      'd.xlsx: spreadsheet-invalid',
      'e.xlsx: column-missing',
    ]);
  });

  it('is told from a zip archive without its ending, and read in one', async () => {
    const book = await workbookOf(`<row r="1">${cell('A1', 'text')}</row><row r="2">${cell('A2', 'in')}</row>`);
    folder.write('book', book);
    folder.write('books.zip', await zipOf({ 'book.xlsx': book }));
    expect(await folder.collect('.')).toEqual(['book, row 2: “in”', 'books.zip/book.xlsx, row 2: “in”']);
  });

  it('stands a workbook that unpacks without end, or whose rows are numbered without end', async () => {
    folder.write(
      'bomb.xlsx',
      await zipOf({ '[Content_Types].xml': 'x', 'xl/workbook.xml': new Uint8Array(2_000_000) }),
    );
    writeFileSync(
      join(folder.path, 'rows.xlsx'),
      await workbookOf(
        `<row r="1">${cell('A1', 'text')}</row><row r="99999999999">${cell('A99999999999', 'far')}</row>`,
      ),
    );
    expect(await folder.collect('bomb.xlsx', { limits: { maxWholeBytes: 1_000_000 } })).toEqual([
      'bomb.xlsx: document-too-large',
    ]);
    expect(await folder.collect('rows.xlsx')).toEqual(['rows.xlsx: document-too-large']);
  });
});
