import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from './corpus.ts';
import { startPostgres } from './start-postgres.ts';

// Lets several `according work` empty one queue, kills one of them every so many seconds and starts another: the ledger has to equal one
// that nobody disturbed. `npm run kill:workers -- --reports 3000`. With `--every 0` nobody is killed, and the figure is the throughput.

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '3000' },
    workers: { type: 'string', default: '4' },
    threads: { type: 'string', default: '1' },
    every: { type: 'string', default: '20' },
  },
});
const [count, workers, every] = [Number(values.reports), Number(values.workers), Number(values.every)];
const command = join(root, 'engine/bin/according.js');
const folder = mkdtempSync(join(tmpdir(), 'according-kill-workers-'));
const reports = join(folder, 'reports.jsonl');
const paragraph =
  'Rain fell on the old boats. The council will meet again in May, and the ferry runs until then. Nobody was hurt.';
writeFileSync(
  reports,
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `r${index}`,
      text: [
        `Mara Lind said on Tuesday that bridge ${index} leaked. "It never leaked," Jonas Keel told reporters. ${paragraph}`,
        `According to Tove Ray, the repair of bridge ${index} will cost twice as much. ${paragraph}`,
        `The harbour office denied that it had known of the cracks. Keel accused it of hiding ${index} letters. ${paragraph}`,
      ].join('\n\n'),
    }),
  ).join('\n'),
);

const server = await startPostgres();
const running = new Set<ChildProcess>();
const ended = Promise.withResolvers<void>();
try {
  const plain = await server.newAddress();
  const alone = secondsOf(() => according('add', reports, '--ledger', plain, '--workers', values.threads));
  say(`according add --workers ${values.threads}: ${rate(alone)}`);
  const shared = await server.newAddress();
  say(`queued: ${rate(secondsOf(() => according('add', reports, '--ledger', shared, '--queue')))}`);
  const began = performance.now();
  let killed = 0;
  for (let started = 0; started < workers; started++) startWorker(shared);
  const striking = new AbortController();
  const emptied = ended.promise.finally(() => striking.abort());
  emptied.catch(() => {}); // awaited below
  while (every > 0 && !striking.signal.aborted) {
    await sleep(every * 1000, undefined, { signal: striking.signal }).catch(() => {});
    if (striking.signal.aborted) break;
    const [oldest] = running;
    // The new one first: the queue is not empty as long as somebody holds a part of it.
    startWorker(shared);
    killed += Number(oldest?.kill('SIGKILL') ?? false);
  }
  await emptied;
  const together = (performance.now() - began) / 1000;
  say(`${workers} × according work --workers ${values.threads}: ${rate(together)}, killed ${killed}`);
  const [one, other] = [recordsOf(plain), recordsOf(shared)];
  const equal = one === other;
  say(`${one.split('\n').length - 1} records: ${equal ? 'equal to' : 'DIFFERENT FROM'} an undisturbed ledger`);
  if (!equal) process.exitCode = 1;
} finally {
  for (const worker of running) worker.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function startWorker(ledger: string): void {
  const args = [command, 'work', '--ledger', ledger, '--workers', values.threads, '--until-empty'];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  running.add(worker);
  worker.once('exit', (code, signal) => {
    running.delete(worker);
    if (code !== 0 && signal !== 'SIGKILL')
      ended.reject(new Error(`Expected exit code 0 of work, got ${code ?? signal}`));
    if (running.size === 0) ended.resolve();
  });
}

function according(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Expected exit code 0 of ${args[0]}, got ${status}: ${stderr}`);
}

function secondsOf(run: () => void): number {
  const began = performance.now();
  run();
  return (performance.now() - began) / 1000;
}

function rate(seconds: number): string {
  return `${count} reports in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} reports/s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Every record of a ledger, in an order of its own. */
function recordsOf(ledger: string): string {
  const file = join(folder, 'all.csv');
  according('export', '--ledger', ledger, '--output', file);
  return readFileSync(file, 'utf8').split('\r\n').sort().join('\n');
}
