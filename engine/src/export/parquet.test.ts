import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { changed, exported, first, own, second, textAt } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { recordsAsParquet } from './parquet.ts';
import { recordColumns } from './record-columns.ts';

interface Row {
  readonly [column: string]: unknown;
  readonly content_offsets: readonly { readonly start: number; readonly end: number }[] | null;
}

async function fileOf(records: Iterable<LedgerRecord>, options = {}): Promise<ArrayBuffer> {
  const bytes = await bytesOf(recordsAsParquet(streamOf(records), options));
  return new Uint8Array(bytes).buffer;
}

async function rowsOf(records: Iterable<LedgerRecord>, options = {}): Promise<Row[]> {
  return (await parquetReadObjects({ file: await fileOf(records, options) })) as Row[];
}

describe('recordsAsParquet', () => {
  it('gives every record a row whose offsets lead to its words', async () => {
    const rows = await rowsOf(exported.records);
    expect(rows.map(({ id }) => id)).toEqual(exported.records.map(({ id }) => id));
    expect(Object.keys(rows[0]!)).toEqual(recordColumns.map(({ name }) => name));
    for (const [index, row] of rows.entries()) {
      const text = await textAt(exported.records[index]!);
      expect(text.slice(row['sentence_start'] as number, row['sentence_end'] as number)).toBe(row['sentence']);
      const words = row.content_offsets?.map(({ start, end }) => text.slice(start, end)).join(' … ') ?? null;
      expect(words).toBe(row['content']);
    }
  });

  it('keeps lists, numbers and what is absent apart', async () => {
    const [statement, denial, voice] = await rowsOf(exported.records);
    expect(statement).toMatchObject({ disputes: [], disputed_by: [second.id], version: 1 });
    expect(statement!.content_offsets).toEqual(first.content);
    expect(statement!['said_occasion_offsets'] ?? null).toBeNull();
    expect(denial).toMatchObject({ confidence: 0.123, disputes: [first.id], content: '=1+1 that\tit, "leaked"; ever' });
    expect(voice).toMatchObject({ kind: 'own-voice', confidence: null });
    expect(voice!['disputes'] ?? voice!.content_offsets ?? null).toBeNull();
  });

  it('writes a row group whenever one is full, by rows or by text', async () => {
    const records = [first, second, own, first, second];
    const { row_groups: groups } = parquetMetadata(await fileOf(records, { rowGroupRows: 2 }));
    expect(groups.map(({ num_rows: rows }) => Number(rows))).toEqual([2, 2, 1]);
    expect((await rowsOf(records, { rowGroupRows: 2 })).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    const long = changed(first, { speaker: 'x'.repeat(7_000_000) });
    expect(parquetMetadata(await fileOf([long, long, first])).row_groups).toHaveLength(2);
  });

  it('is a table even without a record', async () => {
    expect(await rowsOf([])).toEqual([]);
    expect(parquetMetadata(await fileOf([])).schema[0]!.num_children).toBe(recordColumns.length);
  });
});
