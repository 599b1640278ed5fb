import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import type { FetchOptions, Validators } from './fetch-options.ts';
import { PoliteFetcher, type Fetched } from './fetch-politely.ts';
import { serve, type TestServer } from './test-server.ts';

const page = '<p>The tunnel leaked. 🚧</p>';
const times = new Map<string, number>();
let atOnce = 0;
let mostAtOnce = 0;
let agent = '';
let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  other = await serve({
    '/page': page,
    '/round': (_, response) => void response.writeHead(302, { location: `${server.origin}/about` }).end(),
  });
  server = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /secret\nAllow: /',
    '/page': (request, response) => {
      agent = request.headers['user-agent'] ?? '';
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT',
        })
        .end(page);
    },
    '/tagged': (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'cache-control': 'public, max-age=60' }).end(page);
    },
    '/slowly': (_, response) => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      setTimeout(() => {
        atOnce--;
        response.end(page);
      }, 20);
    },
    '/busy': (_, response) => {
      const count = (times.get('busy') ?? 0) + 1;
      times.set('busy', count);
      if (count < 3) response.writeHead(count === 1 ? 429 : 503, count === 1 ? { 'retry-after': '0' } : {}).end();
      else response.end(page);
    },
    '/always-busy': (_, response) => response.writeHead(503).end(),
    '/busy-for-long': (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
    '/video': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(Buffer.alloc(100)),
    '/large': (_, response) => response.end('x'.repeat(20_001)),
    '/bomb': (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('The');
      setTimeout(() => response.destroy(), 20);
    },
    '/silent': () => {},
    '/dripping': (_, response) => {
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    },
    '/moved': (_, response) => response.writeHead(301, { location: '/page#top' }).end(),
    '/elsewhere': (_, response) => response.writeHead(302, { location: `${other.origin}/page` }).end(),
    '/to-secret': (_, response) => response.writeHead(302, { location: '/secret' }).end(),
    '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
    '/with-name': (request, response) => response.end(request.headers.authorization ?? 'no name'),
    '/to-name': (_, response) =>
      response.writeHead(302, { location: `http://me:pw@127.0.0.1:${server.port}/with-name` }).end(),
    '/about': (_, response) => response.writeHead(302, { location: `${other.origin}/round` }).end(),
  });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

const quick: FetchOptions = { allowPrivate: true, delayMs: 0, backoffMs: 5, maxBytes: 20_000, timeoutMs: 5000 };

async function using_<T>(options: FetchOptions, work: (fetcher: PoliteFetcher) => Promise<T>): Promise<T> {
  const fetcher = new PoliteFetcher({ ...quick, ...options });
  try {
    return await work(fetcher);
  } finally {
    await fetcher.close();
  }
}

const get = (path: string, options: FetchOptions = {}): Promise<Fetched> =>
  using_(options, (fetcher) => fetcher.fetch(path.startsWith('/') ? server.origin + path : path));

async function failure(path: string, options: FetchOptions = {}): Promise<AccordingError> {
  const error: unknown = await get(path, options).then(
    () => new Error('Expected an error, got a page'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccordingError)) throw error;
  return error;
}

const textOf = (fetched: Fetched): string =>
  fetched.kind === 'fetched' ? Buffer.from(fetched.bytes).toString() : fetched.kind;

describe('PoliteFetcher', () => {
  it('gives the bytes, with what the server says of them', async () => {
    const fetched = await get('/page', { contactUrl: 'https://lab.example/reading' });
    expect(fetched).toMatchObject({
      url: `${server.origin}/page`,
      contentType: 'text/html; charset=utf-8',
      lastModified: '2026-03-02T10:00:00.000Z',
    });
    expect(textOf(fetched)).toBe(page);
    expect(agent).toBe('according/0.1 (+https://lab.example/reading)');
  });

  it('asks for robots.txt once and keeps to it, after redirects too', async () => {
    await using_({}, async (fetcher) => {
      const before = server.requests.length;
      await fetcher.fetch(`${server.origin}/page`);
      for (const path of ['/secret', '/to-secret']) {
        await expect(fetcher.fetch(server.origin + path)).rejects.toMatchObject({ code: 'robots-disallowed' });
      }
      const made = server.requests.slice(before);
      expect(made).toEqual(['GET /robots.txt', 'GET /page', 'GET /to-secret']);
    });
  });

  it('takes a robots.txt in trouble for one that forbids everything', async () => {
    await using server = await serve({ '/robots.txt': (_, response) => response.writeHead(500).end(), '/page': page });
    expect((await failure(`${server.origin}/page`)).code).toBe('robots-disallowed');
  });

  it('keeps one connection to a host, and the delay that it asks for', async () => {
    await using_({}, (fetcher) =>
      Promise.all(Array.from({ length: 8 }, () => fetcher.fetch(`${server.origin}/slowly`))),
    );
    expect(mostAtOnce).toBe(1);
    await using slow = await serve({ '/robots.txt': 'User-agent: *\nCrawl-delay: 0.1', '/page': page });
    const start = performance.now();
    await using_({}, (fetcher) => Promise.all([1, 2, 3].map(() => fetcher.fetch(`${slow.origin}/page`))));
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('asks several hosts at once, and two that redirect to each other do not block', async () => {
    await using_({ maxHosts: 1 }, async (fetcher) => {
      const all = await Promise.all(
        [`${server.origin}/elsewhere`, `${other.origin}/page`, `${server.origin}/page`].map((url) =>
          fetcher.fetch(url),
        ),
      );
      expect(all.map(textOf)).toEqual([page, page, page]);
    });
  });

  it('fetches again only what has changed', async () => {
    const kept = new Map<string, Validators>();
    const validators = {
      get: (url: string) => kept.get(url) ?? null,
      set: (url: string, given: Validators) => void kept.set(url, given),
    };
    await using_({ validators }, async (fetcher) => {
      const first = await fetcher.fetch(`${server.origin}/tagged`);
      expect(first).toMatchObject({ kind: 'fetched', maxAgeMs: 60_000 });
      expect((await fetcher.fetch(`${server.origin}/tagged`)).kind).toBe('fetched');
      await fetcher.acknowledge(first);
      expect((await fetcher.fetch(`${server.origin}/tagged`)).kind).toBe('unchanged');
    });
  });

  it('tries again where a server is busy, as late as it says', async () => {
    expect(textOf(await get('/busy'))).toBe(page);
    expect((await failure('/always-busy', { maxRetries: 2 })).message).toContain('status 503, 3 times over');
    expect((await failure('/busy-for-long')).message).toContain('wait for 86400 s');
  });

  it.each([
    ['a video', '/video', 'format-unsupported', 'video/mp4'],
    ['a body too large', '/large', 'document-too-large', '20000'],
    ['a body too large once unpacked', '/bomb', 'document-too-large', '20000'],
    ['a page that is not there', '/missing', 'fetch-failed', 'status 404'],
    ['a connection that breaks', '/cut', 'fetch-failed', ''],
    ['a redirect to a file', '/to-file', 'fetch-failed', 'file:'],
    ['redirects in a circle', '/about', 'redirect-loop', '2 redirects'],
    ['no address', 'the news', 'address-invalid', 'the news'],
    ['a file', 'file:///etc/hostname', 'address-invalid', 'file:'],
  ])('says why it gives no page for %s', async (_, path, code, words) => {
    const error = await failure(path);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^Expected /u);
    expect(error.message).toContain(words);
  });

  it.each([['/silent'], ['/dripping']])('gives up on a server that takes too long: %s', async (path) => {
    expect((await failure(path, { timeoutMs: 150 })).message).toContain('no answer in time');
  });

  it('gives up on a host that never answers', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await using_({}, async (fetcher) => {
      const messages: string[] = [];
      for (let i = 0; i < 7; i++)
        messages.push(await fetcher.fetch(`http://127.0.0.1:${port}/`).catch((error) => error.message));
      expect(messages[0]).toContain('ECONNREFUSED');
      expect(messages[6]).toContain('5 times over');
    });
  });

  it('sends no names and passwords on', async () => {
    expect(textOf(await get('/to-name'))).toBe('no name');
    expect(textOf(await get(`http://me:pw@127.0.0.1:${server.port}/with-name`))).toBe('no name');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await using_({}, async (fetcher) => {
      await expect(fetcher.fetch(`${server.origin}/silent`, { signal: stop.signal })).rejects.toThrow('enough');
    });
  });
});

const answering = (...answers: readonly string[]): LookupFunction => {
  let asked = 0;
  return (_, options, callback) => {
    const address = answers[Math.min(asked++, answers.length - 1)]!;
    const family = address.includes(':') ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
};

describe('PoliteFetcher, where private addresses are not allowed', () => {
  const closed = { allowPrivate: false };

  it.each([
    ['a literal address', () => `http://127.0.0.1:${server.port}/page`],
    ['this machine’s name', () => `http://localhost:${server.port}/page`],
    ['a name below it', () => `http://x.localhost:${server.port}/page`],
    ['a decimal number', () => `http://2130706433:${server.port}/page`],
    ['a hexadecimal number', () => `http://0x7f000001:${server.port}/page`],
    ['octal numbers', () => `http://0177.0.0.01:${server.port}/page`],
    ['a short form', () => `http://127.1:${server.port}/page`],
    ['full-width digits', () => `http://１２７.0.0.1:${server.port}/page`],
    ['IPv6', () => `http://[::1]:${server.port}/page`],
    ['IPv4 mapped into IPv6', () => `http://[::ffff:127.0.0.1]:${server.port}/page`],
    ['IPv4 translated into IPv6', () => `http://[64:ff9b::127.0.0.1]:${server.port}/page`],
    ['zero', () => `http://0:${server.port}/page`],
    ['a final dot', () => `http://127.0.0.1.:${server.port}/page`],
  ])('refuses %s', async (_, url) => {
    const before = server.requests.length;
    const error = await failure(url(), closed);
    expect(error.code === 'address-private' || /ENOTFOUND|EAI_AGAIN/u.test(error.message), error.message).toBe(true);
    expect(server.requests.length).toBe(before);
  });

  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['10.0.0.1']])(
    'refuses a name that stands for %s',
    async (address) => {
      const error = await failure(`http://courier.example:${server.port}/page`, {
        ...closed,
        lookup: answering(address),
      });
      expect(error.code).toBe('address-private');
      expect(error.message).toContain(`courier.example, which is ${address}`);
    },
  );

  // 127.0.0.1 stands for a public address here, where nobody can be asked outside.
  const onlyHere = { allowPrivate: (ip: string) => ip === '127.0.0.1' };

  it('refuses a redirect to one', async () => {
    const paths = ['127.0.0.2', '[::ffff:7f00:2]', '2130706434', 'courier.example'].map(
      (host, i) => [`/${i}`, host] as const,
    );
    await using server = await serve(
      Object.fromEntries(
        paths.map(([path, host]) => [
          path,
          (_, response) => void response.writeHead(302, { location: `http://${host}:${other.port}/page` }).end(),
        ]),
      ),
    );
    const before = other.requests.length;
    for (const [path] of paths) {
      const error = await failure(server.origin + path, { ...onlyHere, lookup: answering('127.0.0.2') });
      expect(error.code).toBe('address-private');
    }
    expect(server.requests.filter((request) => request !== 'GET /robots.txt')).toHaveLength(paths.length);
    expect(other.requests.length).toBe(before);
  });

  it('refuses a redirect of robots.txt to one', async () => {
    await using site = await serve({
      '/robots.txt': (_, response) =>
        void response.writeHead(302, { location: `http://127.0.0.2:${other.port}/robots.txt` }).end(),
      '/page': page,
    });
    const before = other.requests.length;
    expect((await failure(`${site.origin}/page`, onlyHere)).code).toBe('address-private');
    expect(other.requests.length).toBe(before);
    expect(site.requests).toEqual(['GET /robots.txt']);
  });

  it('refuses a name that led to a public one a moment ago', async () => {
    await using site = await serve({
      '/page': (_, response) => void response.writeHead(200, { connection: 'close' }).end(page),
      '/robots.txt': (_, response) => void response.writeHead(404, { connection: 'close' }).end(),
    });
    const lookup = answering('127.0.0.1', '127.0.0.1', '127.0.0.2');
    await using_({ ...onlyHere, lookup }, async (fetcher) => {
      const url = `http://courier.example:${site.port}/page`;
      expect(textOf(await fetcher.fetch(url))).toBe(page);
      await expect(fetcher.fetch(url)).rejects.toMatchObject({ code: 'address-private' });
    });
  });

  it('connects to the public ones alone among a name’s addresses', async () => {
    const lookup: LookupFunction = (_, options, callback) => {
      const addresses = ['127.0.0.3', '10.0.0.1', '127.0.0.1'].map((address) => ({ address, family: 4 }));
      if (options.all) callback(null, addresses);
      else callback(null, '127.0.0.3', 4);
    };
    expect(textOf(await get(`http://courier.example:${server.port}/page`, { ...onlyHere, lookup }))).toBe(page);
  });
});
