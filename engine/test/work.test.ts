import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startedServer } from './ledger-stores.ts';
import { outcome, run, start } from './run-according.ts';

const folder = mkdtempSync(join(tmpdir(), 'according-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

function file(name: string, contents: string): string {
  const path = join(folder, `${++made}-${name}`);
  writeFileSync(path, contents);
  return path;
}

function reportsOf(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `r${index}`,
      text: `Mara Lind said bridge ${index} leaked. "It never leaked," Jonas Keel told reporters on Tuesday. Rain fell on the ${index} old boats.`,
    }),
  );
  return file('many.jsonl', lines.join('\n'));
}

async function newLedger(): Promise<string> {
  return (await startedServer()).newDatabase();
}

async function exported(ledger: string): Promise<string[]> {
  const target = join(folder, `${++made}.csv`);
  const { code, stderr } = await run(['export', '--ledger', ledger, '--output', target]);
  expect([code, stderr]).toEqual([0, '']);
  return readFileSync(target, 'utf8').split('\r\n').sort();
}

/** Rows of a table of the database. */
async function count(ledger: string, rows: string): Promise<number> {
  const client = new pg.Client({ connectionString: ledger });
  await client.connect();
  try {
    const found = await client.query<{ count: string }>(`select count(*) from ${rows}`);
    return Number(found.rows[0]!.count);
  } finally {
    await client.end();
  }
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await sleep(20);
}

const work = (ledger: string): string[] => ['work', '--ledger', ledger, '--workers', '1', '--until-empty'];
const held = "according_jobs.job where state = 'active'";

describe('according add --queue, then according work', { timeout: 240_000 }, () => {
  it('give the ledger that according add gives', async () => {
    const [plain, shared] = await Promise.all([newLedger(), newLedger()]);
    const page = '<html><body><article><p>Tove Ray said the ferry was “not safe at all”.</p></article></body></html>';
    const inputs = [
      reportsOf(30),
      file('one.html', page),
      file('bad.jsonl', '{"text"'),
      file('bad.pdf', '%PDF-1.4 torn'),
    ];
    const added = await run(['add', ...inputs, '--ledger', plain]);
    const first = await run(['add', ...inputs, '--ledger', shared, '--queue']);
    expect(first.stdout).toMatch(/^queued 32 · queued before 0 · failed 1 in [\d.]+ s → postgres:\/\/tester:\*\*\*@/);
    expect(first.stdout).toContain('(json-invalid)');
    const second = await run(['add', ...inputs, '--ledger', shared, '--queue']);
    expect(second.stdout).toMatch(/^queued 0 · queued before 32 · failed 1 /);
    const both = await Promise.all([run(work(shared)), run(work(shared))]);
    expect(both.map(({ stderr }) => stderr)).toEqual(['', '']);
    const sums = both.map(({ stdout }) => /^added (\d+) .* failed (\d+),/.exec(stdout)!.slice(1).map(Number));
    expect(sums[0]!.map((sum, index) => sum + sums[1]![index]!)).toEqual([31, 1]);
    expect(await exported(shared)).toEqual(await exported(plain));
    expect(await count(shared, 'according.failure')).toBe(await count(plain, 'according.failure'));
    expect(added.stdout).toMatch(/^added 31 .* failed 2,/);
    expect(await count(shared, 'according_jobs.job')).toBe(0);
  });

  it('lose and double nothing where a worker is killed: another has its reports some ten seconds later', async () => {
    const [plain, shared] = await Promise.all([newLedger(), newLedger()]);
    const reports = reportsOf(40);
    await run(['add', reports, '--ledger', shared, '--queue']);
    const killed = start(work(shared));
    const ended = outcome(killed);
    await until(async () => (await count(shared, held)) > 0);
    killed.kill('SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await count(shared, held)).toBeGreaterThan(0);
    const began = performance.now();
    const [rest] = await Promise.all([run(work(shared)), run(['add', reports, '--ledger', plain])]);
    expect(performance.now() - began).toBeGreaterThan(8000);
    expect(rest).toMatchObject({ code: 0, stderr: '' });
    expect(await exported(shared)).toEqual(await exported(plain));
    expect(await count(shared, 'according.report')).toBe(40);
    expect(await count(shared, 'according_jobs.job')).toBe(0);
  });

  it('finish what is being read at Ctrl-C, and give the rest back at once', async () => {
    const ledger = await newLedger();
    await run(['add', reportsOf(200), '--ledger', ledger, '--queue']);
    const child = start(work(ledger));
    const ended = outcome(child);
    await until(async () => (await count(ledger, held)) > 0);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('goes back into the queue')]);
    expect(await count(ledger, held)).toBe(0);
    const added = Number(/^added (\d+) /.exec(stdout)![1]);
    expect(added).toBeLessThan(200);
    expect(await count(ledger, 'according_jobs.job')).toBe(200 - added);
    expect(await count(ledger, 'according.report')).toBe(added);
  });

  it('want a server', async () => {
    const ledger = join(folder, 'press.db');
    for (const args of [['work'], ['add', folder, '--queue']]) {
      const { code, stderr } = await run([...args, '--ledger', ledger]);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^according: Expected a ledger on a server.*press\.db\n$/),
      ]);
    }
  });
});

// By itself, since it stops the server.
describe('according work', { timeout: 240_000 }, () => {
  it('waits for more, and for a server that is away', async () => {
    const server = await startedServer();
    const ledger = await newLedger();
    await run(['add', reportsOf(40), '--ledger', ledger, '--queue']);
    const child = start(['work', '--ledger', ledger, '--workers', '1']);
    const ended = outcome(child);
    await until(async () => (await count(ledger, held)) > 0);
    await server.stop();
    await sleep(1500);
    await server.start();
    await until(async () => (await count(ledger, 'according.report')) === 40);
    await run(['add', reportsOf(41), '--ledger', ledger, '--queue']);
    await until(async () => (await count(ledger, 'according.report')) === 41);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0 });
    expect(await count(ledger, 'according.report')).toBe(41);
  });
});
