import type { IncomingMessage, ServerResponse } from 'node:http';
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

  it('does not go to this machine unless it is allowed to', async () => {
    await using server = await serve({ '/a': pageOf('bridge a') });
    const { code, stdout } = await run(['add', `${server.origin}/a`, '--ledger', newLedger()]);
    expect(code).toBe(1);
    expect(stdout).toContain('(address-private)');
    expect(server.requests).toEqual([]);
  });
});
