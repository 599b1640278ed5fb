import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, second, textAt } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { restoreCell } from './csv-cell.ts';
import { recordsAsCsv } from './csv.ts';
import { recordColumns } from './record-columns.ts';

async function rowsOf(records: readonly LedgerRecord[]): Promise<Record<string, string>[]> {
  return parse(await bytesOf(recordsAsCsv(streamOf(records))), { columns: true, record_delimiter: '\r\n' });
}

describe('recordsAsCsv', () => {
  it('has these columns, in this order; programs go by them', async () => {
    const csv = await bytesOf(recordsAsCsv(streamOf([])));
    expect(csv.toString()).toBe(
      'id,kind,report,outlet,url,date,date_origin,title,text_sha256,version,speaker,entity,entity_id,entity_type,source_type,' +
        'stance,distance,quotation,confidence,source,cue,content,source_offsets,cue_offsets,content_offsets,sentence,' +
        'sentence_start,sentence_end,disputes,disputed_by,addressee,said_time,said_date,said_place,said_occasion,' +
        'said_time_offsets,said_place_offsets,said_occasion_offsets,model,model_version\r\n',
    );
  });

  it('gives every record a row whose offsets lead to its words', async () => {
    const rows = await rowsOf(exported.records);
    expect(rows.map(({ kind }) => kind)).toEqual(['statement', 'statement', 'own-voice', 'statement']);
    for (const [index, row] of rows.entries()) {
      const text = await textAt(exported.records[index]!);
      expect(restoreCell(row['sentence']!)).toBe(
        text.slice(Number(row['sentence_start']), Number(row['sentence_end'])),
      );
      for (const role of row['kind'] === 'statement' ? ['source', 'cue', 'content'] : []) {
        const spans = JSON.parse(row[`${role}_offsets`]!) as [number, number][];
        expect(restoreCell(row[role]!)).toBe(spans.map(([start, end]) => text.slice(start, end)).join(' … '));
      }
    }
  });

  it('tells whose word each statement is, and where it is to be found', async () => {
    const [row, denial, own, understood] = await rowsOf(exported.records);
    expect(row).toMatchObject({
      id: first.id,
      outlet: 'The Courier, "Brim"',
      url: 'https://courier.example/tunnel?a=1&b=2',
      date: '2026-03-04',
      date_origin: 'json-ld',
      title: 'Tunnel 🚇 late',
      text_sha256: first.report.sha256,
      version: '1',
      speaker: 'Zoë\u0308 Okonjo',
      said_time: 'on Tuesday',
      said_date: '2026-03-03',
      said_place: 'in Brim',
      said_occasion: '',
      disputed_by: JSON.stringify([second.id]),
    });
    expect(denial).toMatchObject({ stance: 'denies', confidence: '0.123', disputes: JSON.stringify([first.id]) });
    expect(own).toMatchObject({
      stance: '',
      speaker: '',
      content: '',
      content_offsets: '',
      sentence: 'Rain fell on 🏳️‍🌈 flags',
    });
    expect(understood).toMatchObject({
      url: '',
      outlet: '',
      date: '',
      date_origin: 'none',
      speaker: '',
      source_offsets: '[]',
    });
  });

  it('lets no text be a formula, and leaves numbers numbers', async () => {
    const record = changed(
      nobody,
      { speaker: '=HYPERLINK("x")', confidence: 0 },
      { title: '@sum', publisher: '-x', url: '+1' },
    );
    const [row] = await rowsOf([record]);
    expect(row).toMatchObject({
      speaker: `'=HYPERLINK("x")`,
      title: "'@sum",
      outlet: "'-x",
      url: "'+1",
      confidence: '0',
    });
    const [, denial] = await rowsOf(exported.records);
    expect(denial!['content']!.startsWith("'=1+1")).toBe(true);
  });

  it('quotes what another dialect would take for the end of a cell', async () => {
    const csv = String(
      await bytesOf(recordsAsCsv(streamOf([changed(nobody, { speaker: 'a;=1' }, { title: 'b\t=1' })]))),
    );
    expect(csv).toContain('"a;=1"');
    expect(csv).toContain('"b\t=1"');
  });

  it('begins with a byte order mark where that is asked for', async () => {
    const csv = await bytesOf(recordsAsCsv(streamOf(exported.records), { byteOrderMark: true }));
    expect(csv.subarray(0, 5).toString()).toBe('\ufeffid');
    expect(parse(csv, { columns: true, bom: true, record_delimiter: '\r\n' })).toHaveLength(4);
  });

  it('takes records as they come, and never holds more than a chunk', async () => {
    let made = 0;
    const many = async function* (): AsyncGenerator<LedgerRecord> {
      for (; made < 50_000; made++) yield first;
    };
    const chunks = recordsAsCsv(many());
    await chunks.next();
    expect(made).toBeLessThan(1_000);
    for await (const chunk of chunks) expect(chunk.length).toBeLessThan(200_000);
    expect(made).toBe(50_000);
  });

  it('gives every column a width and a name of its own', () => {
    expect(new Set(recordColumns.map(({ name }) => name)).size).toBe(recordColumns.length);
    expect(recordColumns.every(({ width }) => width > 0)).toBe(true);
  });
});
