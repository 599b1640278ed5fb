import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { stores } from './ledger-stores.ts';
import { run } from './run-according.ts';

const folder = mkdtempSync(join(tmpdir(), 'according-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four of the example reports: two that are bare text, two that are pages. */
const examples = [
  'harbour-tunnel-agency.txt',
  'harbour-tunnel-courier.html',
  'river-clinic-herald.html',
  'salt-coast-wire.txt',
].map((name) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));
const command = fileURLToPath(new URL('../bin/according.js', import.meta.url));
let made = 0;

function file(name: string, contents = ''): string {
  const path = join(folder, `${++made}-${name}`);
  if (contents !== '') writeFileSync(path, contents);
  return path;
}

/** Reports enough that adding them takes a while. */
function manyReports(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `r${index}`,
      text: `Mara Lind said bridge ${index} leaked. "It never leaked," Jonas Keel told reporters on Tuesday. Rain fell on the ${index} old boats.`,
    }),
  );
  return file('many.jsonl', lines.join('\n'));
}

async function exported(ledger: string): Promise<string[]> {
  const target = file('all.csv');
  const { code, stderr } = await run(['export', '--ledger', ledger, '--output', target]);
  expect([code, stderr]).toEqual([0, '']);
  return readFileSync(target, 'utf8').split('\r\n').sort();
}

describe('according add', () => {
  it('keeps reports, and changes nothing the second time', async () => {
    const ledger = file('press.db');
    const first = await run(['add', ...examples, '--ledger', ledger]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^added 4 · new versions 0 · unchanged 0 · failed 0, \d+ statements in [\d.]+ s → /);
    const before = await exported(ledger);
    const second = await run(['add', ...examples, '--ledger', ledger]);
    expect(second.stdout).toMatch(/^added 0 · new versions 0 · unchanged 4 · failed 0, 0 statements/);
    expect(await exported(ledger)).toEqual(before);
  });

  it('makes a new version where an address has another text', async () => {
    const ledger = file('press.db');
    const report = (words: string): string =>
      file('report.jsonl', JSON.stringify({ url: 'https://courier.example/1', text: `Mara Lind said ${words}.` }));
    await run(['add', report('it leaked'), '--ledger', ledger]);
    const { stdout } = await run(['add', report('it was mended'), '--ledger', ledger]);
    expect(stdout).toMatch(/^added 0 · new versions 1 /);
    expect((await run(['search', 'leaked', '--ledger', ledger])).stdout).toMatch(/^0 records/);
    expect((await run(['search', 'leaked', '--all-versions', '--ledger', ledger])).stdout).toMatch(/^1 record\n/);
  });

  it('says what failed and why, goes on with the rest, and tries again when asked to', async () => {
    const ledger = file('press.db');
    const broken = file('broken.jsonl', '{"text": "Mara Lind said it leaked."}\n{"text"\n{"text": ""}\n');
    const first = await run(['add', broken, join(folder, 'nowhere'), '--ledger', ledger]);
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/^added 1 · new versions 0 · unchanged 0 · failed [23],/);
    expect(first.stdout).toContain('(json-invalid)');
    expect(first.stdout).toContain('(file-unreadable)');
    writeFileSync(join(folder, 'nowhere'), 'Jonas Keel said it never leaked.');
    const again = await run(['add', '--retry', '--ledger', ledger]);
    expect(again.stdout).toMatch(/^added 1 /);
  });

  it('writes nothing in a dry run', async () => {
    const ledger = file('press.db');
    const { stdout } = await run(['add', ...examples, '--dry-run', '--ledger', ledger]);
    expect(stdout).toMatch(/^would add 4 .*nothing written/);
    expect((await run(['search', 'bridge', '--ledger', ledger])).stdout).toMatch(/^0 records/);
  });

  it('wants something to add', async () => {
    expect(await run(['add'])).toMatchObject({ code: 2 });
  });

  it('lets two processes add to one file at once', { timeout: 120_000 }, async () => {
    const ledger = file('press.db');
    const reports = manyReports(60);
    const both = await Promise.all([1, 2].map(() => run(['add', reports, '--workers', '1', '--ledger', ledger])));
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const alone = file('alone.db');
    await run(['add', reports, '--ledger', alone]);
    expect(await exported(ledger)).toEqual(await exported(alone));
  });

  it.each(stores)('loses and doubles nothing on $kind, killed at any moment', { timeout: 180_000 }, async (store) => {
    const reports = manyReports(60);
    const undisturbed = file('undisturbed.db');
    await run(['add', reports, '--ledger', undisturbed]);
    const ledger = await store.newAddress();
    for (const ms of [900, 1300, 1700, 2100]) {
      const child = spawn(process.execPath, [command, 'add', reports, '--ledger', ledger], { stdio: 'ignore' });
      const ended = once(child, 'exit');
      setTimeout(() => child.kill('SIGKILL'), ms);
      await ended;
    }
    const last = await run(['add', reports, '--ledger', ledger]);
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(await exported(ledger)).toEqual(await exported(undisturbed));
  });
});

describe('according search', () => {
  const ledger = file('press.db');

  it('shows whose word it is, in its sentence', async () => {
    await run(['add', ...examples, '--ledger', ledger]);
    const { stdout } = await run(['search', 'ground water', '--ledger', ledger]);
    expect(stdout).toMatch(/^1 record\n\nAna Okonjo · accuses\n {2}.*\*ground water\*/);
  });

  it('filters, counts and pages', async () => {
    const { stdout } = await run(['search', '--stance', 'denies', '--facets', '--limit', '1', '--ledger', ledger]);
    expect(stdout).toMatch(/stance\n +\d+ {2}denies\n/);
    const cursor = /More with: --cursor (\S+)/.exec(stdout)![1]!;
    const next = await run(['search', '--stance', 'denies', '--limit', '1', '--cursor', cursor, '--ledger', ledger]);
    expect(next.code).toBe(0);
    expect(next.stdout.split('\n')[3]).not.toBe(stdout.split('\n')[3]);
  });

  it('prints JSON', async () => {
    const { stdout } = await run(['search', 'cracks', '--json', '--ledger', ledger]);
    const page = JSON.parse(stdout) as { hits: { record: { sentence: { text: string } } }[] };
    expect(page.hits.length).toBeGreaterThan(0);
    for (const { record } of page.hits) expect(record.sentence.text).toContain('cracks');
  });

  it.each(['abc', '2', '-1', ''])('wants a share as the least confidence: “%s”', async (share) => {
    expect(await run(['search', 'it', `--min-confidence=${share}`, '--ledger', ledger])).toMatchObject({ code: 2 });
  });

  it('says where there is no ledger', async () => {
    expect(await run(['search', 'it', '--ledger', join(folder, 'none.db')])).toMatchObject({ code: 1 });
  });
});

describe('according export', () => {
  const ledger = file('press.db');

  it.each(['csv', 'xlsx', 'jsonl', 'parquet', 'html'])('writes %s, told by the ending', async (ending) => {
    await run(['add', ...examples, '--ledger', ledger]);
    const target = file(`all.${ending}`);
    expect(await run(['export', '--ledger', ledger, '--output', target])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(target).length).toBeGreaterThan(1000);
  });

  it('writes to standard output, and wants to know the format then', async () => {
    const { stdout } = await run(['export', '--ledger', ledger, '--format', 'jsonl', '--output', '-']);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('attributions');
    expect(await run(['export', '--ledger', ledger, '--output', '-'])).toMatchObject({ code: 2 });
  });
});

describe('according copy and reread', () => {
  it('copy a ledger whole, and find nothing to read again', { timeout: 120_000 }, async () => {
    const [from, to] = [file('from.db'), file('to.db')];
    await run(['add', ...examples, '--ledger', from]);
    expect(await run(['copy', from, to])).toMatchObject({ code: 0, stderr: '' });
    expect(await exported(to)).toEqual(await exported(from));
    expect((await run(['reread', '--ledger', to])).stdout).toMatch(/^read 0 texts again/);
  });
});
