import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { fetchReport } from './fetch-report.ts';

const page = '<p>The tunnel leaked. 🚧</p>';
const limits = { maxBytes: 10_000, timeoutMs: 5000 };

const answers: Record<string, RequestListener> = {
  '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  '/untyped': (_, response) => response.writeHead(200).end(page),
  '/nothing': (_, response) => response.writeHead(204).end(),
  '/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page)),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
  '/moved': (_, response) => response.writeHead(301, { location: '/page?from=moved#top' }).end('elsewhere'),
  '/page?from=moved': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(page),
  '/round': (_, response) => response.writeHead(302, { location: '/about' }).end(),
  '/about': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/self': (_, response) => response.writeHead(302, { location: '/self' }).end(),
  '/to-data': (_, response) => response.writeHead(302, { location: 'data:text/html,<p>x' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/to-nowhere': (_, response) => response.writeHead(302, { location: 'http://' }).end(),
  '/unmoved': (_, response) => response.writeHead(304).end(),
  '/large': (_, response) => response.writeHead(200).end('x'.repeat(limits.maxBytes + 1)),
  '/just': (_, response) => response.writeHead(200).end('x'.repeat(limits.maxBytes)),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(1000)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/slow': (_, response) => void response.writeHead(200).write('The tunnel'),
  '/broken': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('The tunnel');
    setTimeout(() => response.destroy(), 20);
  },
  '/error': (_, response) => response.writeHead(503).end('later'),
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url!;
    const step = /^\/chain\/(\d+)$/u.exec(url);
    if (step !== null && step[1] !== '0') response.writeHead(307, { location: `/chain/${Number(step[1]) - 1}` }).end();
    else if (step !== null) response.end(page);
    else if (answers[url]) answers[url](request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function failure(url: string, timeoutMs = limits.timeoutMs): Promise<AccordingError> {
  const error: unknown = await fetchReport(url, { ...limits, timeoutMs }).then(
    () => new Error('Expected an error, got a page'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccordingError)) throw error;
  return error;
}

describe('fetchReport', () => {
  it('gives the bytes, the address and what the server says they are', async () => {
    const fetched = await fetchReport(`${origin}/page`, limits);
    expect(Buffer.from(fetched.bytes).toString()).toBe(page);
    expect(fetched).toMatchObject({ url: `${origin}/page`, contentType: 'text/html; charset=utf-8' });
  });

  it('has null where the server does not say what it sends', async () => {
    expect((await fetchReport(`${origin}/untyped`, limits)).contentType).toBeNull();
  });

  it('gives the address after redirects, relative ones included', async () => {
    const fetched = await fetchReport(`${origin}/moved`, limits);
    expect(fetched.url).toBe(`${origin}/page?from=moved#top`);
    expect(Buffer.from(fetched.bytes).toString()).toBe(page);
  });

  it('follows ten redirects and no more', async () => {
    expect((await fetchReport(`${origin}/chain/10`, limits)).url).toBe(`${origin}/chain/0`);
    expect((await failure(`${origin}/chain/11`)).code).toBe('redirect-loop');
  });

  it('unpacks what is sent packed', async () => {
    expect(Buffer.from((await fetchReport(`${origin}/packed`, limits)).bytes).toString()).toBe(page);
  });

  it('gives no bytes where none are sent', async () => {
    expect((await fetchReport(`${origin}/nothing`, limits)).bytes).toHaveLength(0);
  });

  it('takes a body of just the longest length', async () => {
    expect((await fetchReport(`${origin}/just`, limits)).bytes).toHaveLength(limits.maxBytes);
  });

  it.each([
    ['too large a body', '/large', 'document-too-large', /at most 10000 bytes/u],
    ['a body without end', '/endless', 'document-too-large', /at most 10000 bytes/u],
    ['a body too large once unpacked', '/bomb', 'document-too-large', /at most 10000 bytes/u],
    ['two pages that redirect to each other', '/round', 'redirect-loop', /got 2 redirects/u],
    ['a page that redirects to itself', '/self', 'redirect-loop', /got 1 redirects?/u],
    ['a redirect to data', '/to-data', 'fetch-failed', /redirect to “data:/u],
    ['a redirect to a file', '/to-file', 'fetch-failed', /redirect to “file:/u],
    ['a redirect to no address', '/to-nowhere', 'fetch-failed', /redirect to “http:\/\/”/u],
    ['a redirect without a place', '/unmoved', 'fetch-failed', /status 304/u],
    ['a page that is not there', '/missing', 'fetch-failed', /status 404/u],
    ['a server in trouble', '/error', 'fetch-failed', /status 503/u],
    ['a connection that breaks', '/broken', 'fetch-failed', /./u],
  ])('refuses %s', async (_, path, code, message) => {
    const error = await failure(`${origin}${path}`);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(origin);
  });

  it.each([
    ['never answers', '/silent'],
    ['stops within its answer', '/slow'],
  ])('gives up on a server that %s', async (_, path) => {
    const error = await failure(`${origin}${path}`, 200);
    expect(error.code).toBe('fetch-failed');
    expect(error.message).toContain('no answer in time');
  });

  it('says why a port cannot be reached', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    for (const host of ['127.0.0.1', 'localhost']) {
      const error = await failure(`http://${host}:${port}/`);
      expect(error.code).toBe('fetch-failed');
      expect(error.message).toContain('ECONNREFUSED');
    }
  });

  it.each([['no address'], ['data:text/html,<p>x'], ['file:///etc/hostname'], ['http://']])(
    'refuses what is no address of a page: %s',
    async (address) => {
      expect((await failure(address)).code).toBe('fetch-failed');
    },
  );
});
