import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { LinePool, readLines, readText } from 'according/pipeline';
import { segmentDocument, type Window } from 'according/segment';
import { Reader, toInterchange } from 'according';
import { root } from './corpus.ts';
import { writeSection } from './docs-section.ts';
import { sampleArticles } from './sample-articles.ts';

// Measures speed: the bare network and everything around it in the same run, then whole processes.

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '120' }, write: { type: 'boolean', default: false } },
});
const articleCount = Number(values.articles);
const piecesPerArticle = 600;

const reader = await Reader.open();
const articles = await sampleArticles(articleCount, piecesPerArticle, reader.wordPiece);
const sequential = await measureSequential();
const runtime = `ONNX runtime ${reader.network.runtime.version}, ${reader.network.runtime.kind}`;
await reader.close();
const pools = [await measurePool(1), await measurePool(2)];
const starts = await measureStart();
const table = report();
process.stdout.write(table);
if (values.write) writeSection(`${root}docs/performance.md`, 'bench', table);

/** One thread: the network alone and the whole way from text to written line, article by article by turns. */
async function measureSequential(): Promise<{ pieces: number; bareMs: number; wholeMs: number }> {
  const { network, wordPiece } = reader;
  const { maxPieces } = network.manifest;
  const bare = async (windows: readonly Window[]): Promise<number> => {
    const began = performance.now();
    for (const { ids } of windows) await network.read(ids);
    return performance.now() - began;
  };
  const whole = async (text: string): Promise<number> => {
    const began = performance.now();
    JSON.stringify(toInterchange(await reader.read(readText(text))));
    return performance.now() - began;
  };
  let [pieces, bareMs, wholeMs] = [0, 0, 0];
  for (const [index, text] of articles.entries()) {
    const { windows } = segmentDocument(readText(text), wordPiece, maxPieces);
    // By turns, and in turning order, so that neither side always comes first or second.
    const [first, second] =
      index % 2 === 0 ? [await bare(windows), await whole(text)] : [await whole(text), await bare(windows)];
    if (index < 4) continue; // warming up
    pieces += windows.reduce((sum, { ids }) => sum + ids.length, 0);
    bareMs += index % 2 === 0 ? first : second;
    wholeMs += index % 2 === 0 ? second : first;
  }
  return { pieces, bareMs, wholeMs };
}

async function measurePool(workers: number): Promise<{ workers: number; seconds: number }> {
  const pool = await LinePool.open(workers);
  async function* lines(): AsyncGenerator<{ number: number; line: string }> {
    for (const [index, text] of articles.entries()) yield { number: index + 1, line: JSON.stringify({ text }) };
  }
  try {
    for (let i = 0; i < workers; i++) await pool.read(JSON.stringify({ text: articles[i] }), 1);
    const began = performance.now();
    for await (const result of readLines(lines(), pool, workers * 16))
      if (result.failed) throw new Error(result.output);
    return { workers, seconds: (performance.now() - began) / 1000 };
  } finally {
    await pool.close();
  }
}

interface ProcessRun {
  readonly ms: number;
  readonly megabytes: number | null;
}

/** Start to finish of whole processes: `read` of one report, directly and through npx, and `extract` of all articles. */
async function measureStart(): Promise<{ direct: ProcessRun[]; npx: ProcessRun[]; extract: ProcessRun[] }> {
  const report = `${root}examples/harbour-tunnel-agency.txt`;
  const command = `${root}engine/bin/according.js`;
  const input = articles.map((text) => JSON.stringify({ text })).join('\n');
  const repeat = async (times: number, run: () => Promise<ProcessRun>): Promise<ProcessRun[]> => {
    const runs: ProcessRun[] = [];
    for (let i = 0; i < times; i++) runs.push(await run());
    return runs;
  };
  return {
    direct: await repeat(7, () => runProcess(process.execPath, [command, 'read', report], '')),
    npx: await repeat(5, () => runProcess('npx', ['according', 'read', report], '')),
    extract: [
      await runProcess(process.execPath, [command, 'extract', '--workers', '1'], input),
      await runProcess(process.execPath, [command, 'extract', '--workers', '2'], input),
    ],
  };
}

function runProcess(command: string, args: readonly string[], input: string): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
    let megabytes: number | null = null;
    const watch = setInterval(() => {
      megabytes = peakMegabytes(child.pid!) ?? megabytes;
    }, 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ ms: performance.now() - began, megabytes });
      else reject(new Error(`Expected ${command} to end well, got exit code ${code}`));
    });
    child.stdin.end(input);
  });
}

/** Peak memory of a living process; only Linux tells. */
function peakMegabytes(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function report(): string {
  const { pieces, bareMs, wholeMs } = sequential;
  const rate = (ms: number): string => Math.round(pieces / (ms / 1000)).toLocaleString('en');
  const perSecond = (ms: number): string => (pieces / piecesPerArticle / (ms / 1000)).toFixed(1);
  const rows = [
    ['bare network, one thread', `${rate(bareMs)} pieces/s, ${perSecond(bareMs)} articles/s`],
    ['end to end (text → JSON line), one thread', `${rate(wholeMs)} pieces/s, ${perSecond(wholeMs)} articles/s`],
    ['end to end as a share of the bare network', (bareMs / wholeMs).toFixed(3)],
    ...pools.map(({ workers, seconds }) => [
      `\`extract\` pool, ${workers} worker${workers === 1 ? '' : 's'}`,
      `${(articles.length / seconds).toFixed(1)} articles/s`,
    ]),
    [
      '`according read` of one report, start to finish (median)',
      `${(median(starts.direct.map(({ ms }) => ms)) / 1000).toFixed(2)} s`,
    ],
    ['the same through `npx` (median)', `${(median(starts.npx.map(({ ms }) => ms)) / 1000).toFixed(2)} s`],
    ...starts.direct.slice(0, 1).map(() => ['peak memory of `read`', megabytes(starts.direct)]),
    ...starts.extract.map((run, i) => [`peak memory of \`extract --workers ${i + 1}\``, megabytes([run])]),
  ];
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} threads seen, Node ${process.version}, ${runtime}`;
  const head = `${articles.length} articles of ${piecesPerArticle} pieces, made from the example reports, on ${machine}.\n\n`;
  return head + '| | |\n| --- | --- |\n' + rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function megabytes(runs: readonly ProcessRun[]): string {
  const known = runs.flatMap((run) => (run.megabytes === null ? [] : [run.megabytes]));
  return known.length === 0 ? 'not known on this system' : `${Math.round(Math.max(...known))} MB`;
}
