import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fillLedger } from './fill-ledger.ts';
import { InventedReports } from './invented-reports.ts';

// Measures the server: how long many clients wait who search all at once, each for its next page as soon as it has the last.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    statements: { type: 'string', default: '25' },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    /** A ledger that is there already, and stays. */
    ledger: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'according-serve-bench-'));
const address = values.ledger ?? join(folder, 'according.db');

try {
  if (values.ledger === undefined)
    process.stdout.write(`${await fillLedger(address, Number(values.documents), Number(values.statements))}\n`);
  const server = spawn(process.execPath, [fileURLToPath(import.meta.resolve('../../engine/bin/according.js')), 'serve', '--ledger', address, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
  try {
    const [base] = (await once(createInterface(server.stdout), 'line')) as [string];
    await measure(base);
  } finally {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(base: string): Promise<void> {
  const end = performance.now() + Number(values.seconds) * 1000;
  const took: number[] = [];
  const errors = new Map<string, number>();
  const client = async (number: number): Promise<void> => {
    const invented = new InventedReports(1000 + number, 1);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let asked = 0; performance.now() < end; asked++) {
      const began = performance.now();
      const status = await ask(new URL(pathOf(invented, asked), base), agent).catch((error: Error) => error.message);
      took.push(performance.now() - began);
      if (status !== 200) errors.set(String(status), (errors.get(String(status)) ?? 0) + 1);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: Number(values.clients) }, (_, number) => client(number)));
  took.sort((a, b) => a - b);
  const quantile = (share: number): string => `${Math.round(took[Math.floor(share * (took.length - 1))]!)} ms`;
  const failed = [...errors].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none';
  process.stdout.write(
    `${values.clients} clients for ${values.seconds} s: ${took.length} answers, ${Math.round(took.length / Number(values.seconds))}/s; p50 ${quantile(0.5)}, p95 ${quantile(0.95)}, p99 ${quantile(0.99)}, longest ${quantile(1)}; errors: ${failed}\n`,
  );
}

/** What somebody who searches asks for: words, with filters now and then; and every fifth time a statement's counts. */
function pathOf(invented: InventedReports, asked: number): string {
  const words = encodeURIComponent(`${invented.queryWord()} ${invented.queryWord()}`);
  const filters = asked % 3 === 0 ? `&from=2018&to=2022-06&speaker=${encodeURIComponent(invented.speaker())}` : '';
  return asked % 5 === 4 ? `/api/facets?words=${words}${filters}` : `/api/statements?words=${words}${filters}`;
}

function ask(url: URL, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode!));
      response.on('error', reject);
    }).on('error', reject);
  });
}
