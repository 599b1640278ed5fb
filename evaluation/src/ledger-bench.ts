import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLedger, type Ledger, type LedgerQuery } from 'according/ledger';
import { InventedReports } from './invented-reports.ts';
import { startPostgres } from './start-postgres.ts';

// Measures a ledger: how fast reports come in, and how fast statements are found again, on both stores.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    statements: { type: 'string', default: '25' },
    queries: { type: 'string', default: '200' },
    stores: { type: 'string', default: 'sqlite,postgres' },
  },
});
const batch = 100;
const folder = mkdtempSync(join(tmpdir(), 'according-ledger-bench-'));

try {
  for (const store of values.stores.split(',')) {
    if (store === 'sqlite') {
      const path = join(folder, 'according.db');
      await measure('SQLite', path);
      process.stdout.write(`  file: ${Math.round(statSync(path).size / 2 ** 20)} MB\n`);
    } else {
      const server = await startPostgres();
      try {
        await measure('PostgreSQL', server.address);
      } finally {
        await server.stop();
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name: string, address: string): Promise<void> {
  const invented = new InventedReports(1, Number(values.statements));
  const ledger = await openLedger(address);
  try {
    await fill(name, ledger, invented);
    const words = (): string => `${invented.queryWord()} ${invented.queryWord()}`;
    await report('two words + facets', ledger, () => ({ words: words() }));
    await report('two words + speaker, date, stance + facets', ledger, () => ({
      words: words(),
      speaker: invented.speaker(),
      from: '2018',
      to: '2022-06',
      stance: ['asserts', 'denies'],
    }));
    await report('speaker, date, stance + facets', ledger, () => ({
      speaker: invented.speaker(),
      from: '2018',
      to: '2022-06',
      stance: ['asserts'],
    }));
    await report('one frequent word + facets', ledger, () => ({ words: invented.frequentWord() }), 10);
    await report('all + facets', ledger, () => ({}), 5);
    const began = performance.now();
    let records = 0;
    for await (const _ of ledger.records({})) records++;
    process.stdout.write(
      `  records: ${Math.round(records / ((performance.now() - began) / 1000))}/s, ${megabytes()}\n`,
    );
  } finally {
    await ledger.close();
  }
}

async function fill(name: string, ledger: Ledger, invented: InventedReports): Promise<void> {
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
  const { reports, statements } = await ledger.summary();
  process.stdout.write(`${name}: ${reports} reports, ${statements} statements; ${Math.round(reports / (ms / 1000))} reports/s, ${Math.round(statements / (ms / 1000))} statements/s, ${megabytes()}\n`); // prettier-ignore
}

/** A page and its facets, as a screen wants them. */
async function report(what: string, ledger: Ledger, query: () => LedgerQuery, times = Number(values.queries)) {
  const took: { whole: number; page: number; found: number }[] = [];
  for (let i = 0; i < times + 5; i++) {
    const asked = query();
    const began = performance.now();
    await ledger.search(asked);
    const page = performance.now() - began;
    const { count } = await ledger.facets(asked);
    if (i >= 5) took.push({ whole: performance.now() - began, page, found: count });
  }
  const quantile = (of: 'whole' | 'page' | 'found', share: number): number =>
    took.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(share * (times - 1))]!;
  process.stdout.write(
    `  ${what}: p50 ${quantile('whole', 0.5).toFixed(1)} ms, p95 ${quantile('whole', 0.95).toFixed(1)} ms (page alone ${quantile('page', 0.95).toFixed(1)} ms); found p50 ${quantile('found', 0.5)}, p95 ${quantile('found', 0.95)}\n`,
  );
}

function megabytes(): string {
  return `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`;
}
