import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './corpus.ts';
import { startPostgres } from './start-postgres.ts';

// Kills `according add` at random moments, so many times on each store, and runs the same command again to its end each time: the ledger
// has to equal one that nobody disturbed. `npm run kill -- 50`.

const times = Number(process.argv[2] ?? 50);
const command = join(root, 'engine/bin/according.js');
const folder = mkdtempSync(join(tmpdir(), 'according-kill-'));
const reports = join(folder, 'reports.jsonl');
writeFileSync(
  reports,
  Array.from({ length: 40 }, (_, index) =>
    JSON.stringify({
      id: `r${index}`,
      text: `Mara Lind said bridge ${index} leaked. "It never leaked," Jonas Keel told reporters. Rain fell on ${index} boats.`,
    }),
  ).join('\n'),
);

try {
  const undisturbed = join(folder, 'undisturbed.db');
  const began = performance.now();
  according('add', reports, '--ledger', undisturbed);
  const whole = performance.now() - began;
  const expected = recordsOf(undisturbed);
  await killOften('SQLite', async (index) => join(folder, `killed-${index}.db`));
  const server = await startPostgres();
  try {
    await killOften('PostgreSQL', async () => server.newAddress());
  } finally {
    await server.stop();
  }

  async function killOften(store: string, newLedger: (index: number) => Promise<string>): Promise<void> {
    let [equal, struck] = [0, 0];
    for (let index = 0; index < times; index++) {
      const ledger = await newLedger(index);
      const child = spawn(process.execPath, [command, 'add', reports, '--ledger', ledger], { stdio: 'ignore' });
      const late = setTimeout(() => child.kill('SIGKILL'), Math.random() * whole);
      const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      clearTimeout(late);
      struck += Number(signal === 'SIGKILL');
      according('add', reports, '--ledger', ledger);
      equal += Number(recordsOf(ledger) === expected);
    }
    process.stdout.write(
      `${store}: killed ${struck} of ${times} times; equal to an undisturbed ledger ${equal} of ${times}\n`,
    );
    if (equal < times) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function according(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Expected exit code 0 of ${args[0]}, got ${status}: ${stderr}`);
}

/** Every record of a ledger, in an order of its own. */
function recordsOf(ledger: string): string {
  const file = join(folder, 'all.csv');
  according('export', '--ledger', ledger, '--output', file);
  return readFileSync(file, 'utf8').split('\r\n').sort().join('\n');
}
