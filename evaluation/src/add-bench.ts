import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Reader } from 'according';
import { openLedger, type Ledger } from 'according/ledger';
import { addReports, collectInputs, LinePool, readLines, ReportPool } from 'according/pipeline';
import { root } from './corpus.ts';
import { writeSection } from './docs-section.ts';
import { sampleArticles } from './sample-articles.ts';
import { startPostgres } from './start-postgres.ts';

// Measures what adding to a ledger costs beside reading: `extract` and `add` take turns on the same reports, a few at a time, so that
// both see the same machine however many use it.

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '240' },
    turn: { type: 'string', default: '24' },
    workers: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const workers = Number(values.workers);
const piecesPerArticle = 600;
/** Of `extract`'s throughput that `add` has to keep. */
const bar = 0.9;

interface Side {
  readonly name: string;
  readonly run: (file: string, texts: readonly string[]) => Promise<void>;
  /** For each turn, on the clock and on processors, in milliseconds. */
  readonly wall: number[];
  readonly cpu: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'according-add-bench-'));
const reader = await Reader.open();
// The last paragraph makes texts that differ, whatever their paragraphs.
const articles = (await sampleArticles(Number(values.articles), piecesPerArticle, reader.wordPiece)).map(
  (text, index) => `${text}\n\nThis is report ${index}.`,
);
await reader.close();
const [lines, reports] = [await LinePool.open(workers), await ReportPool.open(workers)];
const server = await startPostgres();
const ledgers = [await openLedger(join(folder, 'according.db')), await openLedger(server.address)];
try {
  const sides: Side[] = [
    { name: '`extract`', run: extract, wall: [], cpu: [] },
    { name: '`add`, SQLite', run: (file, texts) => add(ledgers[0]!, file, texts), wall: [], cpu: [] },
    { name: '`add`, PostgreSQL', run: (file, texts) => add(ledgers[1]!, file, texts), wall: [], cpu: [] },
  ];
  const size = Number(values.turn);
  for (let start = 0, turn = 0; start < articles.length; start += size, turn++) {
    const texts = articles.slice(start, start + size);
    const file = join(folder, `${turn}.jsonl`);
    writeFileSync(file, texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
    // In turning order, so that none always comes first.
    for (let i = 0; i < sides.length; i++) {
      const side = sides[(turn + i) % sides.length]!;
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      await side.run(file, texts);
      const { user, system } = process.cpuUsage(cpu);
      if (turn === 0) continue; // warming up
      side.wall.push(performance.now() - began);
      side.cpu.push((user + system) / 1000);
    }
  }
  report(sides, articles.length - size);
} finally {
  for (const ledger of ledgers) await ledger.close();
  await Promise.all([lines.close(), reports.close()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function extract(_: string, texts: readonly string[]): Promise<void> {
  async function* numbered(): AsyncGenerator<{ number: number; line: string }> {
    for (const [index, text] of texts.entries()) yield { number: index + 1, line: JSON.stringify({ text }) };
  }
  for await (const result of readLines(numbered(), lines, workers * 16))
    if (result.failed) throw new Error(result.output);
}

async function add(ledger: Ledger, file: string, texts: readonly string[]): Promise<void> {
  let added = 0;
  for await (const report of addReports(collectInputs([file]), reports, ledger, { ahead: workers * 16 }))
    added += Number(report.kind === 'added');
  if (added !== texts.length) throw new Error(`Expected ${texts.length} reports to be added, got ${added}`);
}

function report(sides: readonly Side[], count: number): void {
  const total = (turns: readonly number[]): number => turns.reduce((sum, ms) => sum + ms, 0);
  const [alone] = sides;
  /** The middle one of the shares of all turns: one in which somebody else took the machine says nothing. */
  const share = ({ wall }: Side): number =>
    wall.map((ms, turn) => alone!.wall[turn]! / ms).sort((a, b) => a - b)[Math.floor(wall.length / 2)]!;
  const rows = sides.map(
    (side) =>
      `| ${side.name} | ${(count / (total(side.wall) / 1000)).toFixed(1)} | ${share(side).toFixed(3)} | ${(total(alone!.wall) / total(side.wall)).toFixed(3)} | ${(total(alone!.cpu) / total(side.cpu)).toFixed(3)} |\n`,
  );
  const table = `${count} reports of ${piecesPerArticle} pieces, ${alone!.wall.length} turns of ${values.turn}, ${workers} ${workers === 1 ? 'worker' : 'workers'}, on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}. Shares are those of \`extract\`’s throughput.\n\n| | reports a second | share, median of turns | share of all turns | share by processor time |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
  process.stdout.write(table);
  if (values.write) writeSection(`${root}docs/performance.md`, 'bench-add', table);
  if (sides.some((side) => share(side) < bar)) process.exitCode = 1;
}
