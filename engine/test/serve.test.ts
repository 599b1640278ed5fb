import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Files, outcome, run, start } from './run-according.ts';

const files = new Files();
afterAll(() => files.remove());

/** Starts the built command, and waits for the line that has its address alone. */
async function serve(...args: readonly string[]) {
  const child = start(['serve', '--workers', '1', ...args], { CI: '1' });
  const ended = outcome(child);
  const [address] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(({ stderr }) => [stderr])])) as [string]; // prettier-ignore
  return {
    address,
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('according serve', { timeout: 120_000 }, () => {
  it('says its address as soon as it answers, adds what it is given, and ends with Ctrl-C', async () => {
    const server = await serve('--ledger', files.path('a.db'), '--port', '0');
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const at = (path: string): string => new URL(path, server.address).href;
    expect((await fetch(server.address)).headers.get('content-type')).toContain('text/html');
    const form = new FormData();
    form.append('files', new Blob(['Ana Okonjo said the tunnel would open late.']), 'folder/one.txt');
    const begun = (await (await fetch(at('/api/imports'), { method: 'POST', body: form })).json()) as { id: string };
    const events = await (await fetch(at(`/api/imports/${begun.id}/events`))).text();
    expect(events).toMatch(/^event: (progress|done)\ndata: \{/);
    const done = JSON.parse(events.split('event: done\ndata: ')[1]!);
    expect(done).toMatchObject({ state: 'done', counts: { added: 1, failed: 0 }, statements: 1 });
    // The same file again is the same report, wherever it was laid in between.
    const again = (await (await fetch(at('/api/imports'), { method: 'POST', body: form })).json()) as { id: string };
    await (await fetch(at(`/api/imports/${again.id}/events`))).text();
    expect(await (await fetch(at(`/api/imports/${again.id}`))).json()).toMatchObject({ counts: { unchanged: 1, added: 0 } }); // prettier-ignore
    const page = await (await fetch(at('/api/statements?words=tunnel'))).json();
    expect(page).toMatchObject({ items: [{ record: { speaker: 'Ana Okonjo' } }] });
    const { code, stdout } = await server.stop();
    expect([code, stdout]).toEqual([0, `${server.address}\n`]);
  });

  it('stops an import and does it again, and takes a text of unknown length', async () => {
    const server = await serve('--ledger', files.path('f.db'), '--port', '0');
    const at = (path: string): string => new URL(path, server.address).href;
    const body = new Blob([JSON.stringify({ inputs: [{ kind: 'text', text: 'Ana Okonjo said the tunnel would open late.' }] })]).stream(); // prettier-ignore
    const headers = { 'content-type': 'application/json' };
    const begun = await fetch(at('/api/imports'), { method: 'POST', headers, body, duplex: 'half' });
    expect(begun.status).toBe(202);
    const { id } = (await begun.json()) as { id: string };
    expect((await fetch(at(`/api/imports/${id}`), { method: 'DELETE' })).status).toBe(200);
    await (await fetch(at(`/api/imports/${id}/events`))).text();
    expect((await fetch(at(`/api/imports/${id}/retry`), { method: 'POST' })).status).toBe(202);
    await (await fetch(at(`/api/imports/${id}/events`))).text();
    expect(await (await fetch(at(`/api/imports/${id}`))).json()).toMatchObject({
      state: 'done',
      counts: { failed: 0 },
    });
    const large = new Blob([' '.repeat(9_000_000)]).stream();
    const refused = await fetch(at('/api/imports'), { method: 'POST', headers, body: large, duplex: 'half' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'request-too-large']);
    await server.stop();
  });

  it('takes a free port where its own is taken, and says so', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = await serve('--ledger', files.path('b.db'), '--port', String(port));
    expect(server.address).not.toContain(`:${port}/`);
    expect((await fetch(server.address)).status).toBe(200);
    const { stderr } = await server.stop();
    expect(stderr).toContain(`port ${port} is taken; using ${new URL(server.address).port}`);
    other.close();
  });

  it('serves others only where somebody has a token', async () => {
    const ledger = ['--ledger', files.path('c.db')];
    const refused = await run(['serve', '--host', '0.0.0.0', '--port', '0', ...ledger]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('according token add')]);
    const { stdout } = await run(['token', 'add', 'Ana', '--role', 'reader', ...ledger]);
    const server = await serve('--host', '0.0.0.0', '--port', '0', ...ledger);
    const api = `http://127.0.0.1:${new URL(server.address).port}/api/ledger`;
    expect((await fetch(api)).status).toBe(401);
    expect((await fetch(api, { headers: { authorization: `Bearer ${stdout.trim()}` } })).status).toBe(200);
    await server.stop();
  });
});

describe('npm start', { timeout: 120_000 }, () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  // What the script calls, on a ledger and a port of our own.
  const [, args = ''] = scripts.start.split('according.js serve ');
  const inTest = (ledger: string): string[] => {
    const calls = args
      .replace('examples.db', ledger)
      .replace('--example examples', `--example ${join(root, 'examples')}`);
    return `${calls} --port 0`.split(' ');
  };

  it('reads the example reports once, and serves them as what they are', async () => {
    const ledger = files.path('examples.db');
    const first = await serve(...inTest(ledger));
    expect(first.address).toMatch(/^http:/);
    const summary = await (await fetch(new URL('/api/ledger', first.address))).json();
    expect(summary).toMatchObject({ example: true, reports: 19, versions: 20, failures: 0 });
    const { stdout, stderr } = await first.stop();
    expect(stdout).toBe(`${first.address}\n`);
    expect(stderr).toMatch(/reading the example reports in .*\n.*read 20 reports with \d+ statements in /);

    const second = await serve(...inTest(ledger));
    expect((await fetch(new URL('/api/ledger', second.address))).status).toBe(200);
    expect((await second.stop()).stderr).not.toMatch(/read/);
  });

  it('serves what it has where an example is missing, and says so', async () => {
    const server = await serve('--ledger', files.path('none.db'), '--example', files.path('nowhere'), '--port', '0');
    expect((await fetch(new URL('/api/ledger', server.address))).status).toBe(200);
    expect((await server.stop()).stderr).toContain('nowhere');
  });
});

describe('according token', { timeout: 60_000 }, () => {
  it('lists names and roles, never tokens, and takes them away', async () => {
    const ledger = ['--ledger', files.path('d.db')];
    const { stdout: token } = await run(['token', 'add', 'Ana Okonjo', '--role', 'reviewer', ...ledger]);
    const { stdout: list } = await run(['token', 'list', ...ledger]);
    expect(list).toMatch(/^Ana Okonjo\treviewer\t\d{4}-/);
    expect(list).not.toContain(token.trim());
    expect((await run(['token', 'remove', 'Ana Okonjo', ...ledger])).code).toBe(0);
    expect((await run(['token', 'remove', 'Ana Okonjo', ...ledger])).code).toBe(1);
  });

  it.each([
    ['no role', ['add', 'Ana']],
    ['no name', ['add', '--role', 'reader']],
    ['a name of signs', ['add', '\t', '--role', 'reader']],
    ['an action that is none', ['make', 'Ana']],
  ])('refuses %s', async (_, args) => {
    expect((await run(['token', ...args, '--ledger', files.path('e.db')])).code).toBe(2);
  });
});
