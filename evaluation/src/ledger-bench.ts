import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isServerAddress, openLedger, type Ledger, type LedgerQuery } from 'according/ledger';
import { root } from './corpus.ts';
import { writeSection } from './docs-section.ts';
import { InventedReports } from './invented-reports.ts';
import { startPostgres } from './start-postgres.ts';

// Measures a ledger: how fast reports come in, and how fast statements are found again, on both stores.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    statements: { type: 'string', default: '25' },
    queries: { type: 'string', default: '200' },
    stores: { type: 'string', default: 'sqlite,postgres' },
    /** Ledgers that an earlier run filled, instead of new ones: adding is not measured then. */
    at: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const batch = 100;
/** Some queries to warm up. */
const unmeasured = 5;
const folder = mkdtempSync(join(tmpdir(), 'according-ledger-bench-'));

interface Case {
  readonly name: string;
  readonly query: (invented: InventedReports) => LedgerQuery;
  /** Of all queries, how many are asked. */
  readonly share?: number;
}

const years = { from: '2018', to: '2022-06' };
const twoWords = (invented: InventedReports): string => `${invented.queryWord()} ${invented.queryWord()}`;
const cases: readonly Case[] = [
  { name: 'two words', query: (invented) => ({ words: twoWords(invented) }) },
  {
    name: 'two words, speaker, dates and stances',
    query: (invented) => ({ words: twoWords(invented), speaker: invented.speaker(), ...years, stance: ['asserts', 'denies'] }), // prettier-ignore
  },
  {
    name: 'speaker, dates and stance, no words',
    query: (invented) => ({ speaker: invented.speaker(), ...years, stance: ['asserts'] }),
  },
  { name: 'speaker alone', query: (invented) => ({ speaker: invented.speaker() }) },
  { name: 'outlet, dates and stance', query: () => ({ publisher: ['Outlet 150'], ...years, stance: ['denies'] }), share: 0.1 }, // prettier-ignore
  { name: 'one of the ten most frequent words', query: (invented) => ({ words: invented.frequentWord() }), share: 0.1 },
  {
    name: 'the same with dates and stance',
    query: (invented) => ({ words: invented.frequentWord(), ...years, stance: ['denies'] }),
    share: 0.1,
  },
  { name: 'everything', query: () => ({}), share: 0.1 },
];

interface Timing {
  readonly whole: readonly number[];
  readonly page: readonly number[];
  readonly found: readonly number[];
}

interface Measured {
  readonly store: string;
  readonly reports: number;
  readonly statements: number;
  /** Null where the ledger was filled before. */
  readonly addedPerSecond: number | null;
  readonly streamedPerSecond: number;
  readonly megabytes: number;
  readonly timings: ReadonlyMap<string, Timing>;
}

try {
  const measured: Measured[] = [];
  for (const address of values.at)
    measured.push(
      isServerAddress(address)
        ? await measure('PostgreSQL', address, databaseSize)
        : await measure('SQLite', address, async () => statSync(address).size),
    );
  for (const store of values.at.length > 0 ? [] : values.stores.split(',')) {
    if (store === 'sqlite') {
      const path = join(folder, 'according.db');
      measured.push(await measure('SQLite', path, async () => statSync(path).size));
    } else {
      const server = await startPostgres();
      try {
        measured.push(await measure('PostgreSQL', server.address, databaseSize));
      } finally {
        await server.stop();
      }
    }
  }
  const table = tableOf(measured);
  process.stdout.write(table);
  if (values.write) writeSection(`${root}docs/performance.md`, 'bench-ledger', table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(store: string, address: string, size: (ledger: Ledger) => Promise<number>): Promise<Measured> {
  const invented = new InventedReports(1, Number(values.statements));
  const ledger = await openLedger(address);
  try {
    const addedPerSecond = values.at.length > 0 ? null : await fill(ledger, invented);
    const { reports, statements } = await ledger.summary();
    process.stderr.write(`${store}: ${reports} reports, ${addedPerSecond?.toFixed(0) ?? 'none'} added a second\n`);
    const timings = new Map<string, Timing>();
    for (const { name, query, share = 1 } of cases) {
      const times = Math.ceil(share * Number(values.queries));
      timings.set(name, await time(ledger, () => query(invented), times));
      process.stderr.write(`  ${name}: ${cell(timings.get(name)!)}\n`);
    }
    const began = performance.now();
    let records = 0;
    for await (const _ of ledger.records({})) records++;
    const streamedPerSecond = records / ((performance.now() - began) / 1000);
    const megabytes = Math.round((await size(ledger)) / 2 ** 20);
    return { store, reports, statements, addedPerSecond, streamedPerSecond, megabytes, timings };
  } finally {
    await ledger.close();
  }
}

/** @returns reports added in a second */
async function fill(ledger: Ledger, invented: InventedReports): Promise<number> {
  let ms = 0;
  for (let done = 0; done < Number(values.documents); done += batch) {
    const reports = Array.from({ length: Math.min(batch, Number(values.documents) - done) }, () => invented.report());
    const began = performance.now();
    const outcomes = await ledger.addMany(reports);
    ms += performance.now() - began;
    const wrong = outcomes.find((outcome) => outcome !== 'added');
    if (wrong !== undefined) throw new Error(`Expected every report to be added, got ${String(wrong)}`);
  }
  await ledger.optimise();
  return Number(values.documents) / (ms / 1000);
}

/** A page and its facets, asked for together, as a screen does. */
async function time(ledger: Ledger, query: () => LedgerQuery, times: number): Promise<Timing> {
  const [whole, page, found]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < times + unmeasured; i++) {
    const asked = query();
    const began = performance.now();
    let pageMs = 0;
    const [{ count }] = await Promise.all([
      ledger.facets(asked),
      ledger.search(asked).then(() => (pageMs = performance.now() - began)),
    ]);
    if (i < unmeasured) continue;
    whole.push(performance.now() - began);
    page.push(pageMs);
    found.push(count);
  }
  return { whole, page, found };
}

function tableOf(measured: readonly Measured[]): string {
  const [first] = measured;
  const rows = cases.map(({ name }) => [
    name,
    ...measured.map(({ timings }) => cell(timings.get(name)!)),
    `${quantile(first!.timings.get(name)!.found, 0.5).toLocaleString('en')} / ${quantile(first!.timings.get(name)!.found, 0.95).toLocaleString('en')}`,
  ]);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const figures = (name: string, figure: (each: Measured) => number | null): string =>
    row([
      name,
      ...measured
        .map((each) => figure(each))
        .map((each) => (each === null ? '' : Math.round(each).toLocaleString('en'))),
      '',
    ]);
  return [
    `${first!.reports.toLocaleString('en')} invented reports with ${first!.statements.toLocaleString('en')} statements, ${values.queries} queries a row, a tenth of them where much is found; load average ${loadavg()[1]!.toFixed(1)} on ${availableParallelism()} processors.\n\n`,
    row(['p50 / p95', ...measured.map(({ store }) => store), 'found']),
    row(['---', ...measured.map(() => '---'), '---']),
    ...rows.map(row),
    figures('records streamed out, a second', ({ streamedPerSecond }) => streamedPerSecond),
    // A ledger that was filled before may hold gaps that new ones have not, or none where new ones have some.
    ...(values.at.length > 0
      ? []
      : [
          figures('reports added, a second', ({ addedPerSecond }) => addedPerSecond),
          figures('MB on the disk', ({ megabytes }) => megabytes),
        ]),
  ].join('');
}

function cell({ whole }: Timing): string {
  return `${quantile(whole, 0.5).toFixed(0)} / ${quantile(whole, 0.95).toFixed(0)} ms`;
}

function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]!;
}

async function databaseSize(ledger: Ledger): Promise<number> {
  const { size } = await ledger.store.read
    .selectNoFrom(({ fn }) => fn<number>('pg_database_size', [fn('current_database')]).as('size'))
    .executeTakeFirstOrThrow();
  return size;
}
