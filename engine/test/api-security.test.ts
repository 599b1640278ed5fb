import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer as createTcpServer, connect, type AddressInfo } from 'node:net';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi, Imports, listen, type ApiSettings, type Import } from '../src/api/index.ts';
import { openLedger } from '../src/ledger/index.ts';
import { handMade } from './hand-made.ts';
import { newFolder } from './ledger-stores.ts';

/** A real server over a real ledger. */
async function served(settings: Partial<ApiSettings> & { readonly lookup?: string } = {}) {
  const ledger = await openLedger(join(newFolder(), 'according.db'));
  const { lookup, ...others } = settings;
  const answer = lookup === undefined ? {} : { lookup: ((_: string, options: { all?: boolean }, callback: (...args: unknown[]) => void) => options.all === true ? callback(null, [{ address: lookup, family: 4 }]) : callback(null, lookup, 4)) as never }; // prettier-ignore
  const imports = new Imports({ ledger, workers: 1, fetch: { maxRetries: 0, ...answer } });
  let port: number | null = null;
  const unforeseen: string[] = [];
  const api = createApi({
    ledger,
    imports,
    port: () => port,
    onError: ({ message }) => unforeseen.push(message),
    ...others,
  });
  const server = await listen(api, { host: '127.0.0.1', port: 0 });
  port = server.port;
  open.push(async () => {
    await server.close();
    await imports.close();
    await ledger.close();
    expect(unforeseen).toEqual([]);
  });
  return { ledger, port, ask: asker(server.port) };
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly code: string | null;
}

interface Init {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends what browsers and `fetch` would not send: other hosts, paths as they are written. */
function asker(port: number): (path: string, init?: Init) => Promise<Answered> {
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const problem = answer.headers['content-type'] === 'application/problem+json';
          const code = problem ? (JSON.parse(text) as { code: string }).code : null;
          resolve({ status: answer.statusCode!, headers: answer.headers, text, code });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

const json = { 'content-type': 'application/json' };
const inputs = (...all: object[]): string => JSON.stringify({ inputs: all });
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"; // prettier-ignore

/** A form with one file, as a browser sends it. */
function formOf(name: string, content: string): Init {
  const body = `--mark\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n${content}\r\n--mark--\r\n`;
  return { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=mark' }, body };
}

describe('what a report says', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'>\r\nSet-Cookie: a=b';
  const read = () =>
    handMade(`[Ana](source) [said](cue) [${'<script>alert(1)</script>'}](content).`, {
      statements: { 1: { entity: 'e1', speaker: evil } },
      entities: { e1: { name: 'Ana' } },
    });
  const facts = { url: 'https://courier.example/?q=<script>alert(3)</script>', id: null, origin: evil, publisher: evil, title: evil, date: '2026', dateOrigin: 'given' } as const; // prettier-ignore

  it('is never markup of a page, in no field of it', async () => {
    const { ledger, ask } = await served();
    await ledger.add(facts, read());
    await ledger.fail(evil, 'internal', evil);
    const { items } = JSON.parse((await ask('/api/documents')).text) as { items: { id: string }[] };
    const paths = ['/api/documents', `/api/documents/${items[0]!.id}`, '/api/statements', '/api/facets', '/api/failures', '/api/statements?format=csv', '/api/exports?format=html', '/api/exports?format=jsonl', `/${encodeURIComponent(evil)}`, `/api/${encodeURIComponent(evil)}`, `/api/statements?words=${encodeURIComponent(evil)}`, `/api/statements?${encodeURIComponent(evil)}=1`]; // prettier-ignore
    for (const path of paths) {
      const { headers, text } = await ask(path);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['set-cookie'], path).toBeUndefined();
      const isPage = headers['content-type']!.startsWith('text/html');
      if (isPage) expect(text, path).not.toMatch(/<script|<img/i);
      // Even a page that is saved and opened elsewhere runs nothing.
      const own = path.includes('format=html') ? "default-src 'none'; style-src 'unsafe-inline'; sandbox" : policy;
      expect(headers['content-security-policy'], path).toBe(own);
      if (path.includes('exports'))
        expect(headers['content-disposition']).toMatch(/^attachment; filename="according\.\w+"$/);
    }
  });

  it('comes to no header, whatever lines a request puts into its parts', async () => {
    const { ask } = await served();
    for (const path of [
      '/api/exports?format=csv%0d%0aSet-Cookie:%20a=b',
      '/api/statements/%0d%0aSet-Cookie:%20a=b',
      '/x%0d%0aSet-Cookie:%20a=b',
    ]) {
      const { headers } = await ask(path);
      expect(headers['set-cookie'], path).toBeUndefined();
    }
  });
});

describe('paths', () => {
  it('lead to no file but those of the pages', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>first page</title>');
    writeFileSync(join(folder, 'pages', 'assets', 'app-1a2b.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const { ask } = await served({ pageFolders: [join(folder, 'pages')] });
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/..;/secret.txt',
      '//secret.txt',
      `/${folder}/secret.txt`,
      '/assets/%00',
      '/assets/....//secret.txt',
    ]) {
      const { text } = await ask(path);
      expect(text, path).not.toContain('secret\n');
      expect(text.includes('first page') || text.includes('not-found'), path).toBe(true);
    }
    const script = await ask('/assets/app-1a2b.js');
    expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' }); // prettier-ignore
    expect((await ask('/speakers/Ana%20Okonjo')).text).toContain('first page');
    expect((await ask('/assets/gone.js')).status).toBe(404);
  });

  it('of files that are uploaded lead out of no folder', { timeout: 60_000 }, async () => {
    const { ask } = await served();
    const before = readdirSync(tmpdir());
    for (const name of [
      '../../according-escaped.txt',
      '/tmp/according-escaped.txt',
      '..\\..\\according-escaped.txt',
      'a/../../according-escaped.txt',
      '..',
      '%2e%2e/x',
    ]) {
      const { status, text } = await ask('/api/imports', formOf(name, 'Ana Okonjo said the tunnel would open late.'));
      expect(status, name).toBe(202);
      const { inputs } = JSON.parse(text) as Import;
      for (const input of inputs) expect(input).not.toMatch(/^\.\.?$|^\/|\\/);
    }
    const fresh = readdirSync(tmpdir()).filter((name) => !before.includes(name) && name.includes('escaped'));
    expect(fresh).toEqual([]);
  });
});

describe('addresses to import from', () => {
  /** What became of importing an address. */
  async function fate(ask: ReturnType<typeof asker>, url: string): Promise<string[]> {
    const { status, text } = await ask('/api/imports', {
      method: 'POST',
      headers: json,
      body: inputs({ kind: 'url', url }),
    });
    if (status !== 202) return [(JSON.parse(text) as { code: string }).code];
    const { id } = JSON.parse(text) as Import;
    for (;;) {
      const known = JSON.parse((await ask(`/api/imports/${id}`)).text) as Import;
      if (known.state !== 'running') return known.failures.map(({ code }) => code);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('lead into no private network, by no spelling', { timeout: 120_000 }, async () => {
    let reached = 0;
    const inside = createTcpServer((socket) => {
      reached++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const { port } = inside.address() as AddressInfo;
    const { ask } = await served();
    for (const host of [
      '127.0.0.1',
      'localhost',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '169.254.169.254',
      '10.0.0.1',
      '[fd00::1]',
    ])
      expect(await fate(ask, `http://${host}:${port}/`), host).toEqual(['address-private']);
    for (const path of ['file:///etc/passwd', '/etc/passwd', 'http:/etc/passwd', '*', ' /etc/passwd'])
      expect(await fate(ask, path), path).toEqual(['request-invalid']);
    expect(reached).toBe(0);
    inside.close();
  });

  it('lead there by no name whose answer changed, and by no redirect', { timeout: 120_000 }, async () => {
    // Whatever a name is, it leads to this machine: what rebinding a name comes to.
    const { ask } = await served({ lookup: '127.0.0.1' });
    expect(await fate(ask, 'http://courier.example/')).toEqual(['address-private']);
  });
});

describe('other sites', () => {
  it.each([
    ['a form of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null' }],
    ['a browser that says the site alone', { 'sec-fetch-site': 'cross-site' }],
  ])('change nothing: %s', async (_, headers) => {
    const { ask, ledger } = await served();
    for (const [method, path] of [
      ['POST', '/api/imports'],
      ['DELETE', '/api/imports/1'],
      ['POST', '/api/imports/1/retry'],
      ['POST', '/api/session'],
    ] as const) {
      const { status, code } = await ask(path, {
        method,
        headers: { ...json, ...headers },
        ...(method === 'POST' && { body: inputs({ kind: 'text', text: 'Ana said so.' }) }),
      });
      expect([status, code], path).toEqual([403, 'origin-refused']);
    }
    expect((await ledger.summary()).reports).toBe(0);
  });

  it('read nothing: no answer is for them, and a link leads to pages alone', async () => {
    const { ask } = await served();
    const { status, headers } = await ask('/api/ledger', {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })).status).toBe(
      200,
    );
  });

  it('reach nothing under a name of their own (DNS rebinding)', async () => {
    const { ask, port } = await served();
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      '127.0.0.1:1',
      '127.0.0.1',
      `localhost.evil.example:${port}`,
    ])
      expect(await ask('/api/ledger', { headers: { host } }), host).toMatchObject({
        status: 403,
        code: 'host-refused',
      });
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
      expect((await ask('/api/ledger', { headers: { host } })).status, host).toBe(200);
  });
});

describe('bodies', () => {
  it('that are too large are refused before they are read', async () => {
    const { ask } = await served({ uploads: { maxBytes: 1000, maxFiles: 2, idleMs: 1000, totalMs: 5000 } });
    const large = 'x'.repeat(9_000_000);
    const text = await ask('/api/imports', {
      method: 'POST',
      headers: json,
      body: inputs({ kind: 'text', text: large }),
    }).catch(() => null);
    if (text !== null) expect(text).toMatchObject({ status: 413, code: 'request-too-large' });
    const form = await ask('/api/imports', formOf('a.txt', 'x'.repeat(5000))).catch(() => null);
    if (form !== null) expect(form).toMatchObject({ status: 413, code: 'request-too-large' });
    expect(JSON.parse((await ask('/api/imports')).text)).toEqual({ items: [] });
  });

  it('that are no form, no JSON or no import are refused', async () => {
    const { ask } = await served();
    const form = { 'content-type': 'multipart/form-data; boundary=mark' };
    const wrong: Init[] = [
      { headers: json, body: '{' },
      { headers: json, body: '{"inputs":[]}' },
      { headers: json, body: inputs({ kind: 'file', path: '/etc/passwd' }) },
      { headers: json, body: inputs({ kind: 'text', text: '' }) },
      { headers: { 'content-type': 'text/plain' }, body: inputs({ kind: 'text', text: 'Ana said so.' }) },
      { headers: form, body: 'no form' },
      { headers: form, body: '--mark\r\n\r\n' },
      { headers: form, body: '--mark--\r\n' },
      { headers: { 'content-type': 'multipart/form-data' }, body: '--mark--\r\n' },
      { headers: form, body: `--mark\r\n${'a: b\r\n'.repeat(10_000)}\r\n\r\n--mark--` },
    ];
    for (const init of wrong)
      expect(await ask('/api/imports', { method: 'POST', ...init }), init.body!.slice(0, 60)).toMatchObject({
        status: 400,
        code: 'request-invalid',
      });
  });

  it.each([
    ['JSON', 'content-type: application/json'],
    ['a form', 'content-type: multipart/form-data; boundary=mark'],
  ])('that do not come are not waited for: %s', async (_, contentType) => {
    const { port } = await served({
      timeoutMs: 500,
      uploads: { maxBytes: 1000, maxFiles: 2, idleMs: 500, totalMs: 1000 },
    });
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /api/imports HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${contentType}\r\ncontent-length: 900\r\n\r\n--ma`,
    );
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString()));
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve());
      socket.on('data', () => answer.includes('request-too-slow') && resolve());
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    socket.destroy();
  });
});

describe('tokens', () => {
  it('are asked for, and let in as far as their roles go', async () => {
    const { ask, ledger } = await served({ access: 'token' });
    const [reader, reviewer] = [await ledger.addToken('Ana', 'reader'), await ledger.addToken('Lund', 'reviewer')];
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    for (const path of [
      '/api/ledger',
      '/api/documents',
      '/api/statements',
      '/api/facets',
      '/api/failures',
      '/api/imports',
      '/api/exports?format=csv',
      '/api/nothing',
    ]) {
      expect(await ask(path), path).toMatchObject({ status: 401, code: 'token-missing' });
      expect((await ask(path)).headers['www-authenticate']).toBe('Bearer');
    }
    for (const headers of [
      bearer('wrong'),
      bearer(''),
      bearer(`${reader}x`),
      bearer(reader.slice(0, -1)),
      { authorization: 'Basic QW5hOng=' },
      { cookie: 'according=wrong' },
      bearer('x'.repeat(5000)),
    ])
      expect(await ask('/api/ledger', { headers })).toMatchObject({ status: 401, code: 'token-invalid' });
    expect((await ask('/api/ledger', { headers: bearer(reader) })).status).toBe(200);
    const body = inputs({ kind: 'text', text: 'Nobody said anything here today.' });
    expect(await ask('/api/imports', { method: 'POST', headers: { ...json, ...bearer(reader) }, body })).toMatchObject({
      status: 403,
      code: 'role-missing',
    });
    expect(
      (await ask('/api/imports', { method: 'POST', headers: { ...json, ...bearer(reviewer) }, body })).status,
    ).toBe(202);
    // A page behind a name is served to whoever comes; it has nothing of the ledger.
    expect((await ask('/', { headers: { host: 'press.example' } })).status).toBe(200);
  });

  it('are kept by a browser where no script reads them', async () => {
    const { ask, ledger } = await served({ access: 'token' });
    const token = await ledger.addToken('Ana', 'reader');
    const begun = await ask('/api/session', { method: 'POST', headers: json, body: JSON.stringify({ token }) });
    const [cookie] = begun.headers['set-cookie']!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(begun.text).not.toContain(token);
    const session = await ask('/api/session', { headers: { cookie: cookie!.split(';')[0]! } });
    expect(JSON.parse(session.text)).toEqual({ needsToken: true, name: 'Ana', role: 'reader' });
  });

  it('are not found by trying', async () => {
    const { ask, ledger } = await served({ access: 'token' });
    const token = await ledger.addToken('Ana', 'reader');
    const codes = new Set<string | null>();
    for (let i = 0; i < 40; i++)
      codes.add((await ask('/api/ledger', { headers: { authorization: `Bearer wrong${i}` } })).code);
    expect(codes).toEqual(new Set(['token-invalid', 'too-many-requests']));
    expect((await ask('/api/ledger', { headers: { authorization: `Bearer ${token}` } })).code).toBe(
      'too-many-requests',
    );
  });

  it('end when they are removed', async () => {
    let at = 0;
    const { ask, ledger } = await served({ access: 'token', now: () => at });
    const headers = { authorization: `Bearer ${await ledger.addToken('Ana', 'reader')}` };
    expect((await ask('/api/ledger', { headers })).status).toBe(200);
    await ledger.removeToken('Ana');
    at += 10_000;
    expect((await ask('/api/ledger', { headers })).code).toBe('token-invalid');
  });
});

describe('too many requests', () => {
  it('are refused, and said when to come back', async () => {
    const { ask } = await served({ rates: { readsPerMinute: 5, changesPerMinute: 1 } });
    const codes: (string | null)[] = [];
    for (let i = 0; i < 7; i++) codes.push((await ask('/api/ledger')).code);
    expect(codes.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(codes.at(-1)).toBe('too-many-requests');
    expect((await ask('/api/ledger')).headers['retry-after']).toBe('10');
  });
});

describe('requests that are none', () => {
  it.each([
    ['two lengths', 'POST /api/imports HTTP/1.1\r\nhost: H\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde'],
    [
      'a length and pieces',
      'POST /api/imports HTTP/1.1\r\nhost: H\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no host', 'GET /api/ledger HTTP/1.1\r\n\r\n'],
    ['a line within a header', 'GET /api/ledger HTTP/1.1\r\nhost: H\r\nx: a\rb\r\n\r\n'],
    ['headers without end', `GET /api/ledger HTTP/1.1\r\nhost: H\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['another server’s address', 'GET http://evil.example/api/ledger HTTP/1.1\r\nhost: H\r\n\r\n'],
    ['another host’s name', 'GET /api/ledger HTTP/1.1\r\nhost: evil.example\r\n\r\n'],
  ])('are refused: %s', async (_, lines) => {
    const { port } = await served();
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString()));
    socket.on('error', () => {});
    socket.end(lines.replace('host: H', `host: 127.0.0.1:${port}`));
    await new Promise<void>((resolve) => socket.on('close', () => resolve()));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});
