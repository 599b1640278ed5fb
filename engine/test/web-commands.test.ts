import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { serve } from '../src/collect/test-server.ts';
import { Files, outcome, run, start } from './run-according.ts';

const files = new Files();
afterAll(() => files.remove());
let made = 0;
const newLedger = (): string => files.path(`press-${++made}.db`);

const pageOf = (words: string): string =>
  `<html><head><title>On ${words}</title></head><body><article><h1>On ${words}</h1><p>Mara Lind said ${words} leaked. ${'The rain fell on all the old boats in the harbour. '.repeat(5)}</p></article></body></html>`;

/** Answers with an `ETag`, and with 304 who names it. */
function tagged(asked: string[], body: () => string, onAnswer: () => void = () => {}) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const text = body();
    const etag = `"${text.length}"`;
    const same = request.headers['if-none-match'] === etag;
    asked.push(`${request.url} ${same ? 304 : 200}`);
    if (same) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(text, onAnswer);
  };
}

const feedOf = (origin: string, names: readonly string[]): string =>
  `<rss version="2.0"><channel><title>H</title>${names.map((name) => `<item><title>On ${name}</title><link>${origin}/${name}</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;

describe('according add, over the web', { timeout: 240_000 }, () => {
  it('asks the next time by whether anything has changed, and fetches no page twice that has not', async () => {
    const asked: string[] = [];
    let names = ['a', 'b'];
    await using server = await serve({
      '/feed.xml': tagged(asked, () => feedOf(server.origin, names)),
      '/a': tagged(asked, () => pageOf('bridge a')),
      '/b': tagged(asked, () => pageOf('bridge b')),
      '/c': tagged(asked, () => pageOf('bridge c')),
    });
    const ledger = newLedger();
    const add = () => run(['add', `${server.origin}/feed.xml`, '--allow-private', '--ledger', ledger]);
    expect((await add()).stdout).toMatch(/^added 2 · new versions 0 · unchanged 0 · failed 0/);
    expect(asked.splice(0)).toEqual(['/feed.xml 200', '/a 200', '/b 200']);
    expect((await add()).stdout).toMatch(/^added 0 · new versions 0 · unchanged 1 · failed 0/);
    expect(asked.splice(0)).toEqual(['/feed.xml 304']);
    names = ['c', 'a', 'b'];
    expect((await add()).stdout).toMatch(/^added 1 · new versions 0 · unchanged 2 · failed 0/);
    expect(asked.splice(0)).toEqual(['/feed.xml 200', '/c 200', '/a 304', '/b 304']);
  });

  it('asks in full again for what was fetched and not yet kept when it was killed', async () => {
    const asked: string[] = [];
    let kill = (): void => {};
    await using server = await serve({
      '/feed.xml': tagged(asked, () => feedOf(server.origin, ['a'])),
      '/a': tagged(
        asked,
        () => pageOf('bridge a'),
        () => kill(),
      ),
    });
    const ledger = newLedger();
    const args = ['add', `${server.origin}/feed.xml`, '--allow-private', '--ledger', ledger];
    const child = start(args);
    kill = () => void child.kill('SIGKILL');
    expect((await outcome(child)).signal).toBe('SIGKILL');
    kill = () => {};
    expect(asked.splice(0)).toEqual(['/feed.xml 200', '/a 200']);
    expect((await run(args)).stdout).toMatch(/^added 1 · /);
    expect(asked.splice(0)).toEqual(['/feed.xml 200', '/a 200']);
  });

  it('tries a page that failed again by itself, with what the feed said of it', async () => {
    let late: string | null = null;
    await using server = await serve({
      '/feed.xml': (_, response) => void response.end(feedOf(server.origin, ['a', 'late'])),
      '/a': pageOf('bridge a'),
      '/late': (_, response) => (late === null ? response.writeHead(404).end() : response.end(late)),
    });
    const ledger = newLedger();
    const first = await run(['add', `${server.origin}/feed.xml`, '--allow-private', '--ledger', ledger]);
    expect(first.stdout).toMatch(/^added 1 · .* failed 1,/);
    const retry = () => run(['add', '--retry', '--allow-private', '--ledger', ledger]);
    server.requests.splice(0);
    expect((await retry()).stdout).toMatch(/^added 0 · .* failed 1,/);
    late = '<p>Mara Lind said bridge late leaked.</p>';
    expect((await retry()).stdout).toMatch(/^added 1 · .* failed 0,/);
    expect(server.requests.filter((request) => request !== 'GET /robots.txt')).toEqual(['GET /late', 'GET /late']);
    const { stdout } = await run(['search', 'bridge late', '--json', '--ledger', ledger]);
    expect((JSON.parse(stdout) as { hits: { record: { report: unknown } }[] }).hits[0]!.record.report).toMatchObject({
      url: `${server.origin}/late`,
      title: 'On late',
      date: '2026-03-02T10:00:00Z',
      dateOrigin: 'feed',
    });
    expect((await retry()).stdout).toMatch(/^added 0 · new versions 0 · unchanged 0 · failed 0,/);
  });

  it('forgets that a feed failed once it has been had', async () => {
    let up = false;
    await using server = await serve({
      '/feed.xml': (_, response) => void (up ? response.end(feedOf(server.origin, [])) : response.writeHead(404).end()),
    });
    const ledger = newLedger();
    await run(['add', `${server.origin}/feed.xml`, '--allow-private', '--ledger', ledger]);
    up = true;
    server.requests.splice(0);
    for (let time = 0; time < 2; time++) {
      const { code } = await run(['add', '--retry', '--allow-private', '--ledger', ledger]);
      expect(code).toBe(0);
    }
    expect(server.requests).toEqual(['GET /robots.txt', 'GET /feed.xml']);
  });

  it('does not go to this machine unless it is allowed to', async () => {
    await using server = await serve({ '/a': pageOf('bridge a') });
    const { code, stdout } = await run(['add', `${server.origin}/a`, '--ledger', newLedger()]);
    expect(code).toBe(1);
    expect(stdout).toContain('(address-private)');
    expect(server.requests).toEqual([]);
  });
});

describe('according add --watch', { timeout: 240_000 }, () => {
  /** Waits until something holds, as long as a slow machine may take. */
  async function until(holds: () => boolean): Promise<void> {
    for (let time = 0; time < 1000 && !holds(); time++) await sleep(50);
    expect(holds()).toBe(true);
  }

  it('adds what is new in a feed, that goes away for a while, and fetches nothing twice', async () => {
    const asked: string[] = [];
    let names = ['a'];
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.url === '/feed.xml') tagged(asked, () => feedOf(origin, names))(request, response);
      else {
        asked.push(request.url!);
        response.end(pageOf(`bridge ${request.url!.slice(1)}`));
      }
    };
    let server = createServer(handle);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const pages = (): string[] => asked.filter((line) => !line.startsWith('/feed.xml'));

    const ledger = newLedger();
    const args = ['add', '--watch', `${origin}/feed.xml`, '--every', '1s', '--allow-private', '--ledger', ledger];
    let child = start(args);
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    let ended = outcome(child);
    await until(() =>
      /^\d{4}-\d\d-\d\d \d\d:\d\d {2}added 1 · new versions 0 · failed 0, \d+ statements?\n$/.test(stdout),
    );
    names = ['b', 'a'];
    await until(() => stdout.split('added 1').length === 3);

    server.closeAllConnections();
    server.close();
    await until(() => stdout.includes('(fetch-failed)'));
    server = createServer(handle).listen(port, '127.0.0.1');
    names = ['c', 'b', 'a'];
    await until(() => stdout.split('added 1').length === 4);
    child.kill('SIGINT');
    const first = await ended;
    expect(first.code).toBe(0);
    expect(first.stdout.trim().split('\n').at(-1)).toMatch(/^added 3 · new versions 0 · unchanged 0 · failed 0, /);
    expect(first.stdout.match(/fetch-failed/g)).toHaveLength(1);
    expect(pages()).toEqual(['/a', '/b', '/c']);

    names = ['d', 'c', 'b', 'a'];
    child = start(args);
    stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    ended = outcome(child);
    await until(() => stdout.includes('added 1'));
    child.kill('SIGINT');
    expect((await ended).stdout.trim().split('\n').at(-1)).toMatch(/^added 1 · /);
    expect(pages()).toEqual(['/a', '/b', '/c', '/d']);
    server.closeAllConnections();
    server.close();
  });

  it('ends where there is no feed to watch', async () => {
    await using server = await serve({ '/a': pageOf('bridge a') });
    const ledger = newLedger();
    const page = await run(['add', '--watch', `${server.origin}/a`, '--allow-private', '--ledger', ledger]);
    expect(page).toMatchObject({ code: 1, stdout: '' });
    expect(page.stderr).toMatch(
      /^according: Expected a feed to watch at http:.*\/a: Expected RSS, Atom, RDF or JSON Feed/,
    );
    expect(await run(['add', '--watch', 'reports/', '--ledger', ledger])).toMatchObject({
      code: 2,
      stderr: 'according: Expected addresses of feeds to watch, got reports/\n',
    });
    expect(await run(['add', 'reports/', '--every', '1h', '--ledger', ledger])).toMatchObject({ code: 2 });
  });
});
