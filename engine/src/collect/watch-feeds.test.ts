import { describe, expect, it } from 'vitest';
import type { Validators } from './fetch-options.ts';
import { serve } from './test-server.ts';
import { watchFeeds } from './watch-feeds.ts';

const feed = (origin: string, names: readonly string[], ttl = ''): string =>
  `<rss version="2.0"><channel><title>H</title>${ttl}${names.map((name) => `<item><link>${origin}/${name}</link></item>`).join('')}</channel></rss>`;

describe('watchFeeds', () => {
  it('gives new entries for ever, each once, and what fails again for a while', { timeout: 30_000 }, async () => {
    let looks = 0;
    let unchanged = 0;
    await using server = await serve({
      '/feed.xml': (request, response) => {
        looks++;
        const names = looks < 3 ? ['a', 'late'] : ['b', 'a', 'late', 'gone'];
        const etag = `"${names.length}"`;
        if (request.headers['if-none-match'] === etag) {
          unchanged++;
          response.writeHead(304).end();
        } else response.writeHead(200, { etag }).end(feed(server.origin, names));
      },
      '/a': '<p>A</p>',
      '/b': '<p>B</p>',
      '/late': (_, response) => (looks < 2 ? response.writeHead(404).end() : response.end('<p>Late</p>')),
    });
    const stop = new AbortController();
    const kept = new Map<string, Validators>();
    const validators = {
      get: (url: string) => kept.get(url) ?? null,
      set: (url: string, given: Validators) => void kept.set(url, given),
    };
    const seen: string[] = [];
    const watch = async (): Promise<void> => {
      const options = { fetch: { allowPrivate: true, delayMs: 0, validators }, intervalMs: 20, signal: stop.signal };
      for await (const each of watchFeeds([`${server.origin}/feed.xml`, `${server.origin}/none.xml`], options)) {
        if (each.kind === 'report') await each.settle?.(true);
        if (each.kind === 'report') seen.push(each.report.known.url!.replace(`${server.origin}/`, ''));
        else if (each.origin.includes('entry')) seen.push(`failed: ${each.origin.replace(/^.*, /u, '')}`);
        else if (!seen.includes('no feed')) seen.push('no feed');
      }
    };
    const enough = (): boolean => unchanged > 1 && seen.includes('no feed');
    const looking = setInterval(() => enough() && stop.abort(new Error('enough')), 50);
    await expect(watch()).rejects.toThrow('enough');
    clearInterval(looking);
    expect(seen.filter((line) => line === 'a' || line === 'b' || line === 'late').sort()).toEqual(['a', 'b', 'late']);
    expect(seen.filter((line) => line === 'failed: entry 2')).toHaveLength(1);
    expect(seen.filter((line) => line === 'failed: entry 4')).toHaveLength(3);
    expect(seen).toContain('no feed');
    expect(unchanged).toBeGreaterThan(1);
  });

  it.each([
    ['the feed asks for it', '<ttl>60</ttl>', {}],
    ['the server asks for it', '', { 'cache-control': 'max-age=3600' }],
  ])('leaves a feed alone for longer where %s', async (_, ttl, headers) => {
    let looks = 0;
    await using server = await serve({
      '/feed.xml': (_, response) => {
        looks++;
        response.writeHead(200, headers).end(feed(server.origin, [], ttl));
      },
    });
    const options = { fetch: { allowPrivate: true, delayMs: 0 }, intervalMs: 10, signal: AbortSignal.timeout(200) };
    await expect(Array.fromAsync(watchFeeds([`${server.origin}/feed.xml`], options))).rejects.toThrow();
    expect(looks).toBe(1);
  });
});
