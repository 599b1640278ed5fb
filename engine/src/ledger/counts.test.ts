import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import type { LedgerRecord } from '../record/index.ts';
import { copyLedger, openLedger, type FacetCount, type Ledger, type LedgerQuery, type ReportFacts } from './index.ts';
import { addSheets } from './migrations/0003-sheets.ts';

const facts = (url: string, publisher: string | null, date: string | null): ReportFacts => ({
  url: `https://${url}`,
  id: null,
  origin: url,
  publisher,
  title: null,
  date,
  dateOrigin: date === null ? 'none' : 'feed',
});

const ferry = handMade(
  '[Ana Ruiz](source 1) [said](cue 1) [the ferry was late](content 1). [Ruiz](source 2) [denied](cue 2) [that it sank](content 2). [Some](source 3) [fear](cue 3) [the ferry](content 3).',
  {
    statements: {
      1: { speaker: 'Ana Ruiz', entity: 'e1', confidence: 0.9 },
      2: { speaker: 'Ruiz', entity: 'e1', stance: 'denies', disputes: [1], confidence: 0.5 },
      3: { sourceType: 'unnamed', quotation: 'mixed', distance: 'distancing', confidence: 0.25 },
    },
    entities: { e1: { name: 'Ana Ruiz', mentions: ['Ana Ruiz'] } },
    ownVoice: ['the ferry was late'],
  },
);
const later = handMade('[Bo Ruiz](source) [doubts](cue) [the ferry sails](content).', {
  statements: { 1: { speaker: 'Bo Ruiz', stance: 'doubts' } },
});

/** A text in several reports, reports with several texts, a text read twice. */
async function fill(ledger: Ledger): Promise<void> {
  await ledger.add(facts('a.example/1', 'A', '2024-03-08'), ferry);
  await ledger.link(facts('b.example/1', 'B', '2024'), ferry.document.sha256);
  await ledger.add(facts('a.example/1', 'A', '2024-03-09'), later);
  await ledger.reread({ ...later, model: { name: 'net', version: '2' } });
  await ledger.reread({ ...ferry, model: { name: 'net', version: '2' } });
  await ledger.link(facts('c.example/1', null, null), ferry.document.sha256);
}

const queries: readonly LedgerQuery[] = [
  {},
  { versions: 'all' },
  { readings: 'all', versions: 'all', kind: 'any' },
  { kind: 'own-voice' },
  { words: 'ferry' },
  { words: 'ferry', versions: 'all', readings: 'all' },
  { words: 'ferry', speaker: 'ruiz' },
  { speaker: 'ruiz' },
  { speaker: '"ana ruiz"', versions: 'all', stance: ['denies'] },
  { speaker: 'bo', readings: 'all', from: '2024-03', to: '2024' },
  { speaker: 'ruiz', minConfidence: 0.6, publisher: ['B'] },
  { speaker: 'ruiz', disputed: true, sourceType: ['person'] },
  { speaker: 'nobody' },
  { minConfidence: 0.5, versions: 'all' },
  { disputed: true },
  { publisher: ['B'], stance: ['asserts', 'denies'] },
  { sourceType: ['unnamed'], quotation: ['mixed'], distance: ['distancing'] },
  { from: '2024-03-09', to: '2024-12' },
];

/** The same as facets, from the records themselves. */
function countRecords(records: readonly LedgerRecord[]): Record<string, FacetCount[]> {
  const count = (value: (record: LedgerRecord) => string | null | undefined): FacetCount[] =>
    [...Map.groupBy(records, value)]
      .flatMap(([key, { length }]) => (key == null || key === '' ? [] : [{ value: key, count: length }]))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const said = (record: LedgerRecord) => (record.kind === 'statement' ? record : null);
  return {
    speaker: count((record) => said(record)?.entity?.name ?? said(record)?.speaker),
    publisher: count((record) => record.report.publisher),
    sourceType: count((record) => said(record)?.sourceType),
    stance: count((record) => said(record)?.stance),
    distance: count((record) => said(record)?.distance),
    quotation: count((record) => said(record)?.quotation),
    month: count((record) => record.report.date?.slice(0, 7)).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

async function expectTrueCounts(ledger: Ledger): Promise<void> {
  for (const query of queries) {
    const records = await Array.fromAsync(ledger.records(query));
    const expected = { count: records.length, exact: true, ...countRecords(records) };
    expect({ query, ...(await ledger.facets(query)) }).toEqual({ query, ...expected });
    expect(await ledger.count(query)).toBe(records.length);
  }
}

describe.each(stores)('counts of a ledger on $kind', ({ newAddress }) => {
  it('are those of what is there, after new versions, links and readings, and in a copy', async () => {
    const [ledger, copy] = [await openLedger(await newAddress()), await openLedger(await newAddress())];
    await fill(ledger);
    await expectTrueCounts(ledger);
    expect((await ledger.facets({ versions: 'all', readings: 'all', kind: 'any' })).count).toBeGreaterThan(15);
    await copyLedger(ledger, copy);
    await expectTrueCounts(copy);
    await Promise.all([ledger.close(), copy.close()]);
  });

  it('are made for a ledger that has none yet', async () => {
    const ledger = await openLedger(await newAddress());
    await fill(ledger);
    const { write } = ledger.store;
    const derived = async (): Promise<unknown> => [
      await write.selectFrom('sheet').selectAll().orderBy('reading_id').execute(),
      await write.selectFrom('printing').selectAll().orderBy('reading_id').orderBy('version_id').execute(),
      await write.selectFrom('speaker').selectAll().distinct().orderBy('id').execute(),
      await write.selectFrom('appearance').select(['speaker_id', 'code']).orderBy('statement_id').orderBy('version_id').execute(), // prettier-ignore
    ];
    const before = await derived();
    await write.schema.dropIndex('appearance_speaker').execute();
    for (const table of ['sheet', 'printing', 'speaker']) await write.schema.dropTable(table).execute();
    await write.schema.alterTable('statement').dropColumn('speaker_id').execute();
    await write.schema.alterTable('appearance').dropColumn('speaker_id').execute();
    await write.schema.alterTable('appearance').dropColumn('code').execute();
    await write.transaction().execute((transaction) => addSheets(transaction, ledger.store));
    expect(await derived()).toEqual(before);
    await expectTrueCounts(ledger);
    await ledger.close();
  });
});

describe.each(stores)('words that very many have, on $kind', ({ newAddress }) => {
  it('are given newest first, page by page, each once', { timeout: 120_000 }, async () => {
    const ledger = await openLedger(await newAddress());
    const many = 1200;
    const text = Array.from({ length: many }, (_, n) => `[Ana](source ${n + 1}) [said](cue ${n + 1}) [ferry ${n}](content ${n + 1}).`).join(' '); // prettier-ignore
    const read = handMade(text);
    for (let report = 0; report < 20; report++)
      await ledger.add(
        facts(`a.example/${report}`, 'A', `2024-01-${10 + report}`),
        // Each text is another, or it would be kept once.
        { ...read, document: { ...read.document, sha256: String(100 + report).padEnd(64, '0') } },
      );
    await ledger.optimise();
    const first = await ledger.search({ words: 'ferry' }, { limit: 500 });
    expect(first.sort).toBe('date');
    expect((await ledger.search({ words: '"ferry 7"' })).sort).toBe('relevance');
    const ids = first.hits.map(({ record }) => record.id);
    let { next } = first;
    for (let page = 0; page < 3; page++) {
      const more = await ledger.search({ words: 'ferry' }, { limit: 500, cursor: next });
      ids.push(...more.hits.map(({ record }) => record.id));
      next = more.next;
    }
    expect(new Set(ids).size).toBe(2000);
    const dates = first.hits.map(({ record }) => record.report.date);
    expect(new Set(dates)).toEqual(new Set(['2024-01-29']));
    expect((await ledger.facets({ words: 'ferry' })).count).toBe(20 * many);
    await ledger.close();
  });
});
