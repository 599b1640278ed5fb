import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormats, type ExportFormatName } from 'according/export';
import { openLedger } from 'according/ledger';
import { root } from './corpus.ts';
import { writeSection } from './docs-section.ts';
import { InventedReports } from './invented-reports.ts';
import { measureProcess } from './measured-process.ts';

// Measures `according export`: peak memory and rows a second of the real process, for each format, of a ledger of many statements.
// `--ledger FILE` keeps the ledger for the next time.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    formats: { type: 'string', default: Object.keys(exportFormats).join(',') },
    ledger: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const statementsPerDocument = 25;
const batch = 100;
/** No format may take more, however many rows there are. */
const mostMegabytes = 300;

const folder = mkdtempSync(join(tmpdir(), 'according-export-bench-'));
try {
  const ledger = values.ledger ?? join(folder, 'according.db');
  if (!existsSync(ledger)) await fill(ledger);
  const opened = await openLedger(ledger, { create: false });
  const { statements } = await opened.summary();
  await opened.close();
  const rows: string[] = [];
  for (const format of values.formats.split(',') as ExportFormatName[]) {
    const output = join(folder, `all${exportFormats[format].extension}`);
    const args = ['export', '--ledger', ledger, '--format', format, '--output', output];
    const run = await measureProcess(process.execPath, [join(root, 'engine/bin/according.js'), ...args], root);
    const perSecond = (ms: number | null): string =>
      ms === null ? 'not known' : Math.round(statements / (ms / 1000)).toLocaleString('en');
    const megabytes = run.megabytes === null ? 'not known' : `${Math.round(run.megabytes)} MB`;
    const size = `${Math.round(statSync(output).size / 1e6).toLocaleString('en')} MB`;
    const row = `| \`${format}\` | ${megabytes} | ${perSecond(run.ms)} | ${perSecond(run.cpuMs)} | ${size} |\n`;
    process.stdout.write(row);
    rows.push(row);
    rmSync(output);
    if ((run.megabytes ?? 0) > mostMegabytes) process.exitCode = 1;
  }
  const head = `${statements.toLocaleString('en')} invented statements in an SQLite ledger, on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${cpus().length} threads seen, Node ${process.version}.\n\n`;
  const table = `${head}| Format | peak memory | rows a second | rows a second of processor time | file |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
  if (values.write) writeSection(`${root}docs/performance.md`, 'bench-export', table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function fill(path: string): Promise<void> {
  const invented = new InventedReports(1, statementsPerDocument);
  const ledger = await openLedger(path);
  for (let done = 0; done < Number(values.documents); done += batch) {
    await ledger.addMany(
      Array.from({ length: Math.min(batch, Number(values.documents) - done) }, () => invented.report()),
    );
  }
  await ledger.optimise();
  await ledger.close();
}
