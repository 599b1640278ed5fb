import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { Files, outcome, run, start } from './run-according.ts';

const files = new Files();
afterAll(() => files.remove());

/** Starts the built command, and waits for the line that has its address alone. */
async function serve(...args: readonly string[]) {
  const child = start(['serve', '--workers', '1', ...args]);
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
