import readSheets, { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, textAt } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import type { ExportNote } from './export-options.ts';
import { recordColumns } from './record-columns.ts';
import { recordsAsXlsx } from './xlsx.ts';
import { readZip } from '../../test/read-zip.ts';

describe('recordsAsXlsx', () => {
  const at = (name: string): number => recordColumns.findIndex((column) => column.name === name);

  it('gives every record a row whose offsets lead to its words', async () => {
    const [header, ...rows] = await readSheet(await bytesOf(recordsAsXlsx(streamOf(exported.records))));
    expect(header).toEqual(recordColumns.map(({ name }) => name));
    expect(rows).toHaveLength(4);
    for (const [index, row] of rows.entries()) {
      const record = exported.records[index]!;
      const text = await textAt(record);
      expect(row[at('id')]).toBe(record.id);
      expect(row[at('sentence')]).toBe(
        text.slice(row[at('sentence_start')] as number, row[at('sentence_end')] as number),
      );
    }
    expect(rows[1]![at('confidence')]).toBe(0.123);
    expect(rows[2]![at('stance')]).toBeNull();
  });

  it('keeps what begins like a formula as text, and what XML cannot write', async () => {
    const speaker = '=1+1\u0007 _x0041_ <&"> \r\n end \ud83d';
    const bytes = await bytesOf(recordsAsXlsx(streamOf([changed(nobody, { speaker }, { title: ' two  spaces ' })])));
    const xml = (await readZip(bytes)).get('xl/worksheets/sheet1.xml')!;
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('=1+1_x0007_ _x005F_x0041_ &lt;&amp;&quot;&gt; _x000D_\n end \ufffd');
    expect(xml).toContain('> two  spaces </t>');
  });

  it('goes on in a next sheet where one is full', async () => {
    const records = Array.from({ length: 5 }, () => first);
    const sheets = await readSheets(await bytesOf(recordsAsXlsx(streamOf(records), { rowsPerSheet: 2 })));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Records', 3],
      ['Records 2', 3],
      ['Records 3', 2],
    ]);
    const full = await readSheets(await bytesOf(recordsAsXlsx(streamOf(records), { rowsPerSheet: 5 })));
    expect(full).toHaveLength(1);
  });

  it('cuts what a cell cannot hold, and says so', async () => {
    const notes: ExportNote[] = [];
    const records = [
      changed(nobody, { speaker: '😀'.repeat(20_000) }),
      changed(nobody, { speaker: 'x'.repeat(32_767) }),
    ];
    const bytes = await bytesOf(recordsAsXlsx(streamOf(records), { note: (note) => notes.push(note) }));
    const [, cut, whole] = await readSheet(bytes);
    expect(cut![at('speaker')]).toBe(`${'😀'.repeat(16_381)} […]`);
    expect(whole![at('speaker')]).toBe('x'.repeat(32_767));
    expect(notes).toEqual([expect.objectContaining({ code: 'cell-cut', record: nobody.id })]);
  });

  it('links to the web alone, once for the rows of a report', async () => {
    const records = [first, first, changed(first, {}, { url: 'javascript:alert(1)' }), first];
    const files = await readZip(await bytesOf(recordsAsXlsx(streamOf(records))));
    const refs = [...files.get('xl/worksheets/sheet1.xml')!.matchAll(/<hyperlink ref="([^"]*)"/gu)].map(
      ([, ref]) => ref,
    );
    expect(refs).toEqual(['E2:E3', 'E5']);
    const links = files.get('xl/worksheets/_rels/sheet1.xml.rels')!;
    expect(links).toContain('Target="https://courier.example/tunnel?a=1&amp;b=2"');
    expect(links).not.toContain('javascript');
  });

  it('keeps the header in sight, and names every part that is there', async () => {
    const files = await readZip(await bytesOf(recordsAsXlsx(streamOf([first]))));
    expect(files.get('xl/worksheets/sheet1.xml')).toContain('ySplit="1" topLeftCell="A2"');
    for (const [, part] of files.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/gu)) {
      expect([...files.keys()]).toContain(part);
    }
  });

  it('is a workbook even without a record', async () => {
    expect(await readSheet(await bytesOf(recordsAsXlsx(streamOf([]))))).toHaveLength(1);
  });

  it('fails as the records do, and lets go of them where nobody reads on', async () => {
    let released = 0;
    const records = async function* (fails: boolean): AsyncGenerator<LedgerRecord> {
      try {
        for (let row = 0; row < 3_000; row++) yield first;
        if (fails) throw new Error('the database went away');
        for (;;) yield first;
      } finally {
        released++;
      }
    };
    await expect(bytesOf(recordsAsXlsx(records(true)))).rejects.toThrow('the database went away');
    for await (const chunk of recordsAsXlsx(records(false))) if (chunk.length > 0) break;
    expect(released).toBe(2);
  });
});
