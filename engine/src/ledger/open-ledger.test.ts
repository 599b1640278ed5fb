import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newFolder, startedServer, stores } from '../../test/ledger-stores.ts';
import { handMade } from '../../test/hand-made.ts';
import { copyLedger, openLedger, type Ledger, type ReportFacts } from './index.ts';

const read = handMade('[Ana Ruiz](source) [said](cue) [the ferry was late](content).', {
  ownVoice: ['the ferry was late'],
  statements: { 1: { disputes: ['the ferry was late'] } },
});

const facts = (number: number): ReportFacts => ({
  url: `https://news.example/${number}`,
  id: null,
  origin: `${number}.html`,
  publisher: 'Ferry Post',
  title: null,
  date: null,
  dateOrigin: 'none',
});

const adder = fileURLToPath(new URL('../../test/add-reports.ts', import.meta.url));

/** Starts a process that adds invented reports one by one, and says each that it has added. */
function startAdding(address: string, name: string, count: number) {
  const child = spawn(process.execPath, [adder, address, name, String(count)]);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return {
    child,
    said: () => output.split('\n').slice(0, -1),
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, errors })),
  };
}

/** All that a ledger holds, without the times at which it came. */
async function contentsOf(ledger: Ledger): Promise<unknown> {
  const records = await Array.fromAsync(ledger.records({ kind: 'any', versions: 'all', readings: 'all' }));
  const sorted = records.map((record) => JSON.stringify(record)).toSorted();
  return { records: sorted, summary: await ledger.summary(), facets: await ledger.facets({ words: 'ferry' }) };
}

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  it('is there again when it is opened again', async () => {
    const address = await newAddress();
    const first = await openLedger(address);
    await first.add(facts(1), read);
    const before = await contentsOf(first);
    await first.close();
    const second = await openLedger(address, { create: false });
    expect(await contentsOf(second)).toEqual(before);
    await second.close();
  });

  it('is refused where a newer program has changed it', async () => {
    const address = await newAddress();
    const ledger = await openLedger(address);
    await ledger.store.write.updateTable('meta').set({ value: '99' }).where('key', '=', 'schema').execute();
    await ledger.close();
    await expect(openLedger(address)).rejects.toMatchObject({
      code: 'ledger-newer',
      message: expect.stringMatching(/Expected a ledger of schema \d+ or older, got 99/) as string,
    });
  });

  it('takes reports from several processes at once, each once', async () => {
    const address = await newAddress();
    // Neither finds it made: they meet over the tables, too.
    const processes = ['a', 'b'].map((name) => startAdding(address, name, 30));
    for (const { ended } of processes) expect(await ended).toEqual({ code: 0, errors: '' });
    const ledger = await openLedger(address);
    // 30 reports of each process, and 30 that both had.
    expect(await ledger.summary()).toMatchObject({ reports: 90, versions: 90, texts: 90, readings: 90 });
    expect(await ledger.count({ words: 'ferry' })).toBe(90);
    await ledger.close();
  });

  it('loses nothing that it has answered for when its process is killed, and is finished by the same command', async () => {
    const [address, undisturbed] = [await newAddress(), await newAddress()];
    for (const after of [1, 20, 45]) {
      const adding = startAdding(address, 'a', 50);
      while (adding.said().length < after) await new Promise((resolve) => setTimeout(resolve, 5));
      adding.child.kill('SIGKILL');
      await adding.ended;
      const ledger = await openLedger(address);
      expect((await ledger.summary()).reports).toBeGreaterThanOrEqual(new Set(adding.said()).size);
      await ledger.close();
    }
    for (const each of [address, undisturbed])
      expect(await startAdding(each, 'a', 50).ended).toEqual({ code: 0, errors: '' });
    const [one, other] = [await openLedger(address), await openLedger(undisturbed)];
    expect(await contentsOf(one)).toEqual(await contentsOf(other));
    await one.close();
    await other.close();
  });

  it.each(stores)('is copied to $kind with everything, and again without a change', async ({ newAddress: target }) => {
    const from = await openLedger(await newAddress());
    await from.add(facts(1), read);
    await from.link(facts(2), read.document.sha256);
    await from.add(facts(1), handMade('[Ana Ruiz](source) [denied](cue) [the ferry sank](content).'));
    await from.reread({ ...read, model: { name: 'net', version: '2' } });
    await from.fail('x.html', 'fetch-failed', 'no answer');
    const to = await openLedger(await target());
    await copyLedger(from, to);
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
    expect(await Array.fromAsync(to.failures())).toEqual(await Array.fromAsync(from.failures()));
    const versions = (ledger: Ledger) =>
      ledger.store.read.selectFrom('version').select(['number', 'latest', 'seen_at', 'difference']).orderBy('id').execute(); // prettier-ignore
    expect(await versions(to)).toEqual(await versions(from));
    await copyLedger(from, to);
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
    await from.close();
    await to.close();
  });
});

describe('a file', () => {
  it('that is no ledger is refused and left as it is', async () => {
    const path = join(newFolder(), 'notes.txt');
    writeFileSync(path, 'These are notes, and no database at all.');
    await expect(openLedger(path)).rejects.toMatchObject({ code: 'ledger-invalid' });
    expect(readFileSync(path, 'utf8')).toBe('These are notes, and no database at all.');
  });

  it('that is the database of another program is refused and left as it is', async () => {
    const path = join(newFolder(), 'other.db');
    const other = new DatabaseSync(path);
    other.exec('create table report (id integer)');
    other.close();
    const before = readFileSync(path);
    await expect(openLedger(path)).rejects.toMatchObject({ code: 'ledger-invalid' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that is a folder, or lies in none, is refused', async () => {
    const folder = newFolder();
    await expect(openLedger(folder)).rejects.toMatchObject({ code: 'ledger-invalid' });
    await expect(openLedger(join(folder, 'none', 'a.db'))).rejects.toMatchObject({ code: 'ledger-unwritable' });
  });

  it('that is not there is made only where it may be', async () => {
    const path = join(newFolder(), 'a.db');
    await expect(openLedger(path, { create: false })).rejects.toMatchObject({ code: 'ledger-missing' });
    expect(existsSync(path)).toBe(false);
  });

  it('that is cut short is refused', async () => {
    const folder = newFolder();
    const ledger = await openLedger(join(folder, 'a.db'));
    await ledger.add(facts(1), read);
    await ledger.close();
    copyFileSync(join(folder, 'a.db'), join(folder, 'b.db'));
    truncateSync(join(folder, 'b.db'), 5000);
    await expect(openLedger(join(folder, 'b.db')).then((opened) => opened.count({}))).rejects.toMatchObject({
      code: 'ledger-invalid',
    });
  });

  it('can be copied as one file once the ledger is closed', async () => {
    const folder = newFolder();
    const ledger = await openLedger(join(folder, 'a.db'));
    await ledger.add(facts(1), read);
    await ledger.close();
    expect(existsSync(join(folder, 'a.db-wal'))).toBe(false);
    copyFileSync(join(folder, 'a.db'), join(folder, 'b.db'));
    const copy = await openLedger(join(folder, 'b.db'));
    expect(await copy.count({})).toBe(1);
    await copy.close();
  });
});

describe('a server', () => {
  it('that is not there is said so, without the password', async () => {
    const opening = openLedger('postgres://me:secret@127.0.0.1:9/ledger');
    await expect(opening).rejects.toMatchObject({
      code: 'ledger-unreachable',
      message: expect.not.stringContaining('secret') as string,
    });
  });

  it('of another kind is refused', async () => {
    await expect(openLedger('mysql://host/ledger')).rejects.toMatchObject({ code: 'ledger-invalid' });
  });

  it('that goes away is waited for', async () => {
    const server = await startedServer();
    const ledger = await openLedger(await server.newDatabase());
    await ledger.add(facts(1), read);
    await server.stop();
    const adding = ledger.add(facts(2), read);
    setTimeout(() => void server.start(), 1500);
    expect(await adding).toBe('added');
    expect(await ledger.count({})).toBe(2);
    await ledger.close();
  });

  it('that breaks a connection within a transaction undoes that transaction, and ends nothing else', async () => {
    const ledger = await openLedger(await (await startedServer()).newDatabase());
    const broken = ledger.store.write.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(ledger.store.read);
      // Long enough for the news to come between two statements: unheard, it would end this process.
      await sleep(200);
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow(/terminat|not queryable/iu);
    expect(await ledger.add(facts(1), read)).toBe('added');
    await ledger.close();
  });

  it('that stays away ends the work with a clear error', async () => {
    const server = await startedServer();
    const ledger = await openLedger(await server.newDatabase(), { patienceMs: 300 });
    await server.stop();
    await expect(ledger.add(facts(1), read)).rejects.toMatchObject({ code: 'ledger-unreachable' });
    await ledger.close();
    await server.start();
  });
});
