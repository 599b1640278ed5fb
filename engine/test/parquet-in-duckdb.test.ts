import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats, recordColumns } from '../src/export/index.ts';
import type { LedgerRecord } from '../src/record/index.ts';
import { changed, exported, first, nobody, own, second, textAt } from './exported-records.ts';
import { bytesOf, streamOf } from './hand-made-records.ts';
import { Files } from './run-according.ts';

const files = new Files();
let duckdb: DuckDBConnection;
beforeAll(async () => (duckdb = await (await DuckDBInstance.create(':memory:')).connect()));
afterAll(() => {
  duckdb.closeSync();
  files.remove();
});

let count = 0;
/** A table in DuckDB with what is exported of these records. */
async function tableOf(records: Iterable<LedgerRecord>): Promise<string> {
  const path = files.path(`${++count}.parquet`);
  writeFileSync(path, await bytesOf(exportFormats.parquet.write(streamOf(records))));
  return `'${path}'`;
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  return (await duckdb.runAndReadAll(sql)).getRowObjectsJson();
}

describe('DuckDB opens the Parquet', () => {
  it('and counts what is there, by any column', async () => {
    const table = await tableOf(exported.records);
    expect(await query(`select kind, count(*)::int as n from ${table} group by kind order by kind`)).toEqual([
      { kind: 'own-voice', n: 1 },
      { kind: 'statement', n: 3 },
    ]);
    expect(await query(`select stance, speaker from ${table} where list_contains(disputes, '${first.id}')`)).toEqual([
      { stance: second.stance, speaker: second.speaker },
    ]);
  });

  it('and finds every column with its type', async () => {
    const columns = await query(`describe select * from ${await tableOf(exported.records)}`);
    expect(columns.map((column) => [column['column_name'], column['column_type']])).toEqual(
      recordColumns.map(({ name, kind }) => [
        name,
        {
          text: 'VARCHAR',
          integer: 'INTEGER',
          number: 'DOUBLE',
          ids: 'VARCHAR[]',
          spans: 'STRUCT("start" INTEGER, "end" INTEGER)[]',
        }[kind],
      ]),
    );
  });

  it('and unfolds lists of spans, whose offsets lead to the words', async () => {
    const table = await tableOf(exported.records);
    const spans = await query(
      `select id, content, span.start as first, span.end as past from (select id, content, unnest(content_offsets) as span from ${table})`,
    );
    expect(spans).toHaveLength(first.content.length + second.content.length + nobody.content.length);
    for (const record of [first, second, nobody]) {
      const text = await textAt(record);
      const own = spans.filter(({ id }) => id === record.id);
      expect(own.map(({ first, past }) => text.slice(Number(first), Number(past))).join(' … ')).toBe(
        record.words.content,
      );
      expect(own[0]!['content']).toBe(record.words.content);
    }
  });

  it('and reads dates, as precise as they are', async () => {
    const table = await tableOf([first, changed(second, {}, { date: '2026-03' }), nobody]);
    expect(
      await query(
        `select date, try_cast(date as date)::varchar as day, year(try_cast(said_date as date))::int as said from ${table}`,
      ),
    ).toEqual([
      { date: '2026-03-04', day: '2026-03-04', said: 2026 },
      { date: '2026-03', day: null, said: null },
      { date: null, day: null, said: null },
    ]);
  });

  it('and tells what is absent from what is empty', async () => {
    const table = await tableOf([first, own]);
    const of = `count(*) filter (where`;
    expect(
      await query(
        `select ${of} disputes is null)::int as no_list, ${of} len(disputes) = 0)::int as empty_list, ${of} confidence is null)::int as no_number, ${of} said_occasion_offsets is null)::int as no_spans, ${of} source = '')::int as empty_text, ${of} source is null)::int as no_text from ${table}`,
      ),
    ).toEqual([{ no_list: 1, empty_list: 1, no_number: 1, no_spans: 2, empty_text: 0, no_text: 1 }]);
    expect((await query(`select source from ${await tableOf([nobody])}`))[0]).toEqual({ source: '' });
  });

  it('and finds a table of no rows, with all its columns', async () => {
    const table = await tableOf([]);
    expect(await query(`select count(*)::int as n from ${table}`)).toEqual([{ n: 0 }]);
    expect(await query(`describe select * from ${table}`)).toHaveLength(recordColumns.length);
    expect(await query(`select * from ${await tableOf([first])} union all select * from ${table}`)).toHaveLength(1);
  });

  it('and reads many row groups, and only the columns it needs', { timeout: 30_000 }, async () => {
    function* many(): Generator<LedgerRecord> {
      for (let i = 0; i < 25_000; i++) yield changed(first, { id: `r-${i}`, confidence: (i % 1000) / 1000 });
    }
    const table = await tableOf(many());
    expect(await query(`select count(distinct id)::int as n, round(avg(confidence), 4) as mean from ${table}`)).toEqual(
      [{ n: 25_000, mean: 0.4995 }],
    );
    expect(await query(`select count(distinct row_group_id)::int as n from parquet_metadata(${table})`)).toEqual([
      { n: 5 },
    ]);
  });
});
