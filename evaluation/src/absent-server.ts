import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger } from 'according/ledger';
import { root } from './corpus.ts';
import { startPostgres } from './start-postgres.ts';

// Stops a PostgreSQL server for so many seconds while `according add` writes to it, and says what became of the reports:
// `npm run absent -- 30`.

const seconds = Number(process.argv[2] ?? 30);
const count = 300;
const folder = mkdtempSync(join(tmpdir(), 'according-absent-'));
const reports = join(folder, 'reports.jsonl');
writeFileSync(
  reports,
  Array.from({ length: count }, (_, index) => JSON.stringify({ text: `Mara Lind said bridge ${index} leaked.` })).join(
    '\n',
  ),
);
const server = await startPostgres();
try {
  const child = spawn(
    process.execPath,
    [join(root, 'engine/bin/according.js'), 'add', reports, '--ledger', server.address],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said, ended] = [text(child.stdout), once(child, 'exit')];
  const ledger = await openLedger(server.address);
  while ((await ledger.summary()).reports === 0) await sleep(20);
  await ledger.close();
  await server.pause();
  const kept = child.exitCode === null ? 'while it was adding' : 'after it had ended';
  await sleep(1000 * seconds);
  await server.resume();
  const [code] = (await ended) as [number | null];
  process.stdout.write(`away for ${seconds} s ${kept}; exit code ${code}\n${await said}`);
  if (code !== 0 || !(await said).startsWith(`added ${count} `)) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
