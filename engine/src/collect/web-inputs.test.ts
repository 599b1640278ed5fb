import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchOptions, Validators } from './fetch-options.ts';
import type { Collected, RawReport } from './raw-report.ts';
import { serve, type TestServer } from './test-server.ts';
import { packed, pageRecord } from './test-warc.ts';
import { collectWeb, type WebInput, type WebOptions } from './web-inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'according-web-'));
let server: TestServer;
const quick = (more: WebOptions['fetch'] = {}): WebOptions => ({
  fetch: { allowPrivate: true, delayMs: 0, backoffMs: 1, ...more },
});

function item(name: string, more = ''): string {
  return `<item><title>On ${name}</title><link>${server.origin}/${name}</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>${more}</item>`;
}
const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>The Courier</title>${items}</channel></rss>`;
const xml = (text: () => string) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/xml', etag: '"1"' }).end(text());

beforeAll(async () => {
  server = await serve({
    '/a': '<p>A said so.</p>',
    '/b': (_, response) =>
      response.writeHead(200, { 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' }).end('<p>B said so.</p>'),
    '/video': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('x'),
    '/table': (_, response) => response.writeHead(200, { 'content-type': 'application/zip' }).end('PK\u0003\u0004'),
    '/feed.xml': xml(() => feed(item('a') + item('a') + item('gone') + item('b'))),
    '/whole.xml': (request, response) => {
      if (request.headers['if-none-match'] === '"w"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"w"' }).end(feed(item('a')));
    },
    '/bad.xml': xml(() => '<rss version="2.0"><channel><item>'),
    '/index.xml': xml(
      () =>
        `<sitemapindex>${['/news.xml.gz', '/lost.xml', '/index.xml', '/bad-map.xml'].map((path) => `<sitemap><loc>${server.origin}${path}</loc></sitemap>`).join('')}</sitemapindex>`,
    ),
    '/news.xml.gz': (_, response) =>
      response.writeHead(200, { 'content-type': 'application/gzip' }).end(
        gzipSync(
          `<urlset><url><loc>${server.origin}/a</loc><news:news><news:publication><news:name>The Courier</news:name></news:publication>
          <news:publication_date>2026-03-02</news:publication_date><news:title>On A</news:title></news:news></url><url><loc>nowhere</loc></url></urlset>`.replace(
            'nowhere',
            'mailto:x@y.example',
          ),
        ),
      ),
    '/bad-map.xml': xml(() => `<urlset><url><loc>${server.origin}/b</loc></url><url><loc>`),
    '/list': (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${server.origin}/a\n# no\n${server.origin}/b\n`),
  });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server[Symbol.asyncDispose]();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function collect(input: WebInput, options: WebOptions = {}): Promise<Collected[]> {
  return Array.fromAsync(collectWeb(input, { ...quick(), ...options }));
}
const url = (path: string): WebInput => ({ kind: 'url', url: server.origin + path });
const reports = (all: readonly Collected[]): RawReport[] =>
  all.flatMap((each) => (each.kind === 'report' ? [each.report] : [])).sort((a, b) => a.origin.localeCompare(b.origin));
const failures = (all: readonly Collected[]): string[] =>
  all
    .flatMap((each) => (each.kind === 'failure' ? [`${each.code} (${each.origin.replace(server.origin, '')})`] : []))
    .sort();
async function settled(each: Collected, kept: boolean): Promise<boolean> {
  if (each.kind === 'report') await each.settle?.(kept);
  return each.kind === 'report' && each.settle !== undefined;
}
const textOf = ({ body }: RawReport): string =>
  body.kind === 'bytes' ? Buffer.from(body.bytes).toString() : body.kind === 'html' ? body.html : body.text;

describe('collectWeb', () => {
  it('collects a page', async () => {
    const all = await collect(url('/b'));
    expect(all).toMatchObject([
      {
        kind: 'report',
        report: {
          origin: `${server.origin}/b`,
          known: {
            id: null,
            url: `${server.origin}/b`,
            title: null,
            publisher: null,
            date: '2026-03-01T10:00:00.000Z',
            dateOrigin: 'header',
          },
        },
      },
    ]);
    expect(textOf(reports(all)[0]!)).toBe('<p>B said so.</p>');
  });

  it('collects the pages of a feed with what the feed says of them, each once, and says which cannot be had', async () => {
    const all = await collect(url('/feed.xml'));
    expect(reports(all).map(textOf)).toEqual(['<p>A said so.</p>', '<p>B said so.</p>']);
    expect(reports(all)[1]).toMatchObject({
      origin: `${server.origin}/feed.xml, entry 4`,
      known: { url: `${server.origin}/b`, title: 'On b', date: '2026-03-02T10:00:00Z', dateOrigin: 'feed' },
    });
    expect(failures(all)).toEqual(['fetch-failed (/feed.xml, entry 3)']);
  });

  it('collects the pages that a feed in a file names', async () => {
    const path = file('feed.xml', feed(item('a') + '<item><title>None</title></item>'));
    const all = await collect({ kind: 'file', path, format: 'feed' });
    expect(reports(all).map(({ origin }) => origin)).toEqual([`${path}, entry 1`]);
    expect(failures(all)).toEqual([`feed-invalid (${path}, entry 2)`]);
  });

  it('lets a feed’s text stand in for pages that cannot be had, where that is asked for', async () => {
    const content = '<description>Short</description><content:encoded>&lt;p&gt;All of it.</content:encoded>';
    const text = feed(item('gone', content) + item('a', content) + `<item><guid>7</guid>${content}</item>`).replace(
      '<rss',
      '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    );
    const path = file('content.xml', text);
    const all = await collect({ kind: 'file', path, format: 'feed' }, { feedContent: true });
    expect(reports(all).map(textOf)).toEqual(['<p>All of it.', '<p>A said so.</p>', '<p>All of it.']);
    expect(reports(all).map(({ known }) => known.url)).toEqual([`${server.origin}/gone`, `${server.origin}/a`, null]);
    expect(reports(all)[2]!.known.id).toBe('7');
    expect(failures(await collect({ kind: 'file', path, format: 'feed' }))).toHaveLength(2);
  });

  it('collects what an index of sitemaps leads to', async () => {
    const all = await collect(url('/index.xml'));
    expect(reports(all).map(({ known }) => known)).toEqual([
      {
        id: null,
        url: `${server.origin}/b`,
        title: null,
        publisher: null,
        date: '2026-03-01T10:00:00.000Z',
        dateOrigin: 'header',
      },
      {
        id: null,
        url: `${server.origin}/a`,
        title: 'On A',
        publisher: 'The Courier',
        date: '2026-03-02',
        dateOrigin: 'feed',
      },
    ]);
    expect(failures(all)).toEqual([
      'address-invalid (/news.xml.gz, address 2)',
      'fetch-failed (/lost.xml)',
      'sitemap-invalid (/bad-map.xml)',
    ]);
    expect(server.requests.filter((request) => request === 'GET /index.xml')).toHaveLength(1);
  });

  it('collects what a list names', async () => {
    const path = file(
      'list.urls',
      `# May\n${server.origin}/a\n\nnowhere\n${server.origin}/a#x\r\n${server.origin}/video\n${server.origin}/feed.xml\n${'x'.repeat(1e6)}\n${server.origin}/b`,
    );
    const all = await collect({ kind: 'file', path, format: 'url-list' });
    expect(reports(all).map(textOf)).toEqual(['<p>A said so.</p>', '<p>B said so.</p>']);
    expect(failures(all)).toEqual([
      `address-invalid (${path}, line 4)`,
      `address-invalid (${path}, line 8)`,
      `format-unsupported (${path}, line 6)`,
      `format-unsupported (${path}, line 7)`,
    ]);
    expect(reports(await collect(url('/list')))).toHaveLength(2);
  });

  it('collects the pages of a web archive', async () => {
    const path = file(
      'news.warc.gz',
      Buffer.concat([packed(pageRecord('a')), Buffer.from('what?'), packed(pageRecord('b'))]),
    );
    const all = await collect({ kind: 'file', path, format: 'warc' });
    expect(reports(all).map(({ origin }) => origin)).toEqual([
      `${path}, byte 0`,
      expect.stringMatching(/, byte \d+$/u),
    ]);
    expect(reports(all)[0]).toMatchObject({
      body: { kind: 'bytes', mediaType: 'text/html; charset=utf-8' },
      known: { url: 'https://courier.example/a', dateOrigin: null },
    });
    expect(failures(all)).toEqual([expect.stringMatching(/^warc-invalid/u)]);
  });

  it.each([
    ['a feed that is none', () => url('/bad.xml'), 'feed-invalid'],
    ['a video', () => url('/video'), 'format-unsupported'],
    ['an archive', () => url('/table'), 'format-unsupported'],
    ['a page that is not there', () => url('/gone'), 'fetch-failed'],
    ['no address', (): WebInput => ({ kind: 'url', url: 'https://' }), 'address-invalid'],
    ['a private address', () => url('/a'), 'address-private', { fetch: {} }],
    ['no file', (): WebInput => ({ kind: 'file', path: join(folder, 'none.warc'), format: 'warc' }), 'file-unreadable'],
    ['no feed', (): WebInput => ({ kind: 'file', path: join(folder, 'none.xml'), format: 'feed' }), 'file-unreadable'],
    ['more addresses than may be', () => url('/list'), 'too-many-addresses', { ...quick(), maxAddresses: 1 }],
  ] as [string, () => WebInput, string, WebOptions?][])('gives a failure for %s', async (_, input, code, options) => {
    const found = await collect(input(), options);
    expect(found.at(-1)).toMatchObject({ kind: 'failure', code, message: expect.stringMatching(/^Expected /u) });
  });

  it('gives nothing where nothing is new, and forgets nothing that was not kept', async () => {
    const kept = new Map<string, Validators>();
    const validators = {
      get: (address: string) => kept.get(address) ?? null,
      set: (address: string, given: Validators) => void kept.set(address, given),
    };
    const options = quick({ validators });
    const [first] = await collect(url('/whole.xml'), options);
    expect([...kept.keys()]).toEqual([]);
    expect(await settled(first!, false)).toBe(true);
    expect([...kept.keys()]).toEqual([]);
    const [again] = await collect(url('/whole.xml'), options);
    expect(await settled(again!, true)).toBe(true);
    expect([...kept.keys()]).toEqual(['/a', '/whole.xml'].map((path) => server.origin + path));
    const unchanged: string[] = [];
    expect(await collect(url('/whole.xml'), { ...options, onUnchanged: (address) => unchanged.push(address) })).toEqual(
      [],
    );
    expect(unchanged).toEqual([`${server.origin}/whole.xml`]);
    // A feed with an entry that failed comes in full again.
    for (const each of await collect(url('/feed.xml'), options)) await settled(each, true);
    expect([...kept.keys()]).not.toContain(`${server.origin}/feed.xml`);
    expect([...kept.keys()]).toContain(`${server.origin}/b`);
  });

  it('asks sitemaps by whether they have changed, but an index in full each time', async () => {
    const conditional: string[] = [];
    const tagged = (path: string, text: () => string) => (request: IncomingMessage, response: ServerResponse) => {
      if (request.headers['if-none-match'] === '"1"') {
        conditional.push(path);
        response.writeHead(304).end();
      } else response.writeHead(200, { 'content-type': 'application/xml', etag: '"1"' }).end(text());
    };
    await using site = await serve({
      '/index.xml': tagged(
        '/index.xml',
        () => `<sitemapindex><sitemap><loc>${site.origin}/news.xml</loc></sitemap></sitemapindex>`,
      ),
      '/news.xml': tagged('/news.xml', () => `<urlset><url><loc>${site.origin}/a</loc></url></urlset>`),
      '/a': '<p>A said so.</p>',
    });
    const kept = new Map<string, Validators>();
    const validators = {
      get: (address: string) => kept.get(address) ?? null,
      set: (address: string, given: Validators) => void kept.set(address, given),
    };
    const look = () => collect({ kind: 'url', url: `${site.origin}/index.xml` }, quick({ validators }));
    const [report] = await look();
    expect(await settled(report!, true)).toBe(true);
    expect(await look()).toEqual([]);
    expect(conditional).toEqual(['/news.xml']);
  });

  it.each([
    ['a feed', (page: string) => feed(`<item><link>${page}</link></item>`)],
    ['a sitemap', (page: string) => `<urlset><url><loc>${page}</loc></url></urlset>`],
    ['an index of sitemaps', (page: string) => `<sitemapindex><sitemap><loc>${page}</loc></sitemap></sitemapindex>`],
    ['a list', (page: string) => `${page}\n`],
  ])('lets %s lead to no private address', async (_, listing) => {
    const before = server.requests.length;
    for (const host of ['127.0.0.2', '[::1]', '0x7f.2', '10.0.0.1', 'localhost']) {
      await using site = await serve({
        '/listing': (_, response) =>
          response.writeHead(200, { 'content-type': 'text/plain' }).end(listing(`http://${host}:${server.port}/a`)),
      });
      // 127.0.0.1 stands for a public address here; the machine's name is one that leads elsewhere.
      const lookup: FetchOptions['lookup'] = (_, options, callback) =>
        options.all ? callback(null, [{ address: '127.0.0.3', family: 4 }]) : callback(null, '127.0.0.3', 4);
      const all = await collect(
        { kind: 'url', url: `${site.origin}/listing` },
        quick({ allowPrivate: (ip) => ip === '127.0.0.1', lookup }),
      );
      expect(all).toMatchObject([{ kind: 'failure', code: 'address-private' }]);
    }
    expect(server.requests.length).toBe(before);
  });

  it('leaves out addresses that need no fetching', async () => {
    const before = server.requests.length;
    expect(await collect(url('/list'), { skip: (address) => !address.endsWith('/list') })).toEqual([]);
    expect(server.requests.slice(before)).toEqual(['GET /robots.txt', 'GET /list']);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const run = collectWeb(url('/feed.xml'), { ...quick(), signal: stop.signal });
    await run.next();
    stop.abort(new Error('enough'));
    await expect(Array.fromAsync(run)).rejects.toThrow('enough');
  });
});
