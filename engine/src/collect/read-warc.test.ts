import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWarc, type ArchivedPage } from './read-warc.ts';
import { http, packed, pageRecord, warcRecord } from './test-warc.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 65_536): Promise<ArchivedPage[]> {
  return Array.fromAsync(readWarc(pieces(bytes, size)));
}

/** Pages by the last part of their address, failures by their message. */
async function shown(bytes: Uint8Array, size?: number): Promise<string[]> {
  return (await read(bytes, size)).map((page) =>
    page.kind === 'page' ? page.url.replace(/^.*\//u, '') : page.error.message,
  );
}

const bodyOf = async (block: Uint8Array): Promise<string> => {
  const [page] = await read(warcRecord(block));
  return page?.kind === 'page' ? Buffer.from(page.bytes).toString() : (page?.error.message ?? 'nothing');
};

const info = warcRecord('software: x\r\n', { type: 'warcinfo' });
const three = [pageRecord('a'), pageRecord('b'), pageRecord('c')];

describe('readWarc', () => {
  it.each([
    ['not packed', Buffer.concat([info, ...three])],
    ['each record packed', packed(info, ...three)],
    ['packed as a whole', gzipSync(Buffer.concat([info, ...three]))],
  ])('reads the pages of an archive that is %s, however it comes in', async (_, bytes) => {
    for (const size of [1, 7, 100, 65_536]) expect(await shown(bytes, size)).toEqual(['a', 'b', 'c']);
  });

  it('gives what the server said, and where the record begins', async () => {
    const page = warcRecord(http('<p>Caf\xe9', ['Last-Modified: Mon, 02 Mar 2026 10:00:00 GMT']), {
      url: '<https://courier.example/x#top>',
    });
    const [first] = await read(packed(info, page));
    expect(first).toMatchObject({
      offset: gzipSync(info).length,
      url: 'https://courier.example/x',
      contentType: 'text/html; charset=utf-8',
      lastModified: '2026-03-02T10:00:00.000Z',
    });
    const [second] = await read(Buffer.concat([info, page]));
    expect(second!.offset).toBe(info.length);
  });

  it.each([
    ['requests', warcRecord('GET / HTTP/1.1\r\n\r\n', { type: 'request' })],
    ['revisits', warcRecord(http('x'), { type: 'revisit' })],
    ['pages that were not there', warcRecord(http('x', [], '404 Not Found'))],
    ['redirects', warcRecord(http('x', ['Location: /'], '301 Moved'))],
    ['pictures', warcRecord(http('x', ['Content-Type: image/png']))],
    ['robots.txt', warcRecord(http('x', ['Content-Type: text/plain']), { url: 'https://courier.example/robots.txt' })],
    ['names', warcRecord('x', { url: 'dns:courier.example' })],
    ['nothing', warcRecord(http(''))],
  ])('passes over %s', async (_, record) => {
    expect(await shown(packed(record, ...three))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['chunks', http('4\r\n<p>I\r\n8;x=y\r\nt leaked\r\n0\r\n\r\n', ['Transfer-Encoding: chunked'])],
    ['chunks undone already', http('<p>It leaked', ['Transfer-Encoding: chunked'])],
    ['gzip', http(gzipSync('<p>It leaked'), ['Content-Encoding: gzip'])],
    ['gzip undone already', http('<p>It leaked', ['Content-Encoding: gzip'])],
    ['deflate', http(deflateSync('<p>It leaked'), ['Content-Encoding: deflate'])],
    ['raw deflate', http(deflateRawSync('<p>It leaked'), ['Content-Encoding: deflate'])],
    ['Brotli', http(brotliCompressSync('<p>It leaked'), ['Content-Encoding: br'])],
    ['Brotli undone already', http('<p>It leaked', ['Content-Encoding: br'])],
    [
      'gzip in chunks',
      http(
        Buffer.concat([
          Buffer.from(`${gzipSync('<p>It leaked').length.toString(16)}\r\n`),
          gzipSync('<p>It leaked'),
          Buffer.from('\r\n0\r\n\r\n'),
        ]),
        ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
      ),
    ],
  ])('undoes %s', async (_, block) => {
    expect(await bodyOf(block)).toBe('<p>It leaked');
  });

  it.each([
    ['too much from little', http(gzipSync(Buffer.alloc(40_000_000)), ['Content-Encoding: gzip'])],
    ['gzip that is cut off', http(gzipSync('<p>It leaked').subarray(0, 20), ['Content-Encoding: gzip'])],
    ['chunks that break off', http('4\r\n<p>I\r\nff\r\nt leaked', ['Transfer-Encoding: chunked'])],
    ['what is no HTTP', Buffer.from('It leaked')],
  ])('reports %s', async (_, block) => {
    expect(await bodyOf(block)).toMatch(
      /^Expected a WARC record, got .*\(byte 0, https:\/\/courier\.example\/tunnel\)$/u,
    );
  });

  it.each([
    ['too long', warcRecord(http('<p>x'), { contentLength: 200_000 })],
    ['beyond measure', warcRecord(http('<p>x'), { contentLength: 9e14 })],
    ['too short', warcRecord(http('<p>It leaked, and nobody knew.'), { contentLength: 60 })],
    ['none', warcRecord(http('<p>x'), { contentLength: 'many' })],
  ])('loses nothing but the record whose Content-Length is %s', async (_, record) => {
    for (const size of [50, 65_536]) {
      const pages = await shown(packed(three[0]!, record, three[1]!, three[2]!), size);
      expect(pages.filter((page) => page.length === 1)).toEqual(['a', 'b', 'c']);
      expect(pages[1]).toMatch(/^Expected .*(?:Content-Length|at most)/u);
    }
    const plain = await shown(Buffer.concat([three[0]!, record, three[1]!, three[2]!]));
    if (!record.includes('900000000000000')) expect(plain.filter((page) => page.length === 1)).toEqual(['a', 'b', 'c']);
    expect(plain[1]).toMatch(/^Expected .*(?:Content-Length|at most)/u);
  });

  it.each([
    ['a byte changed', (bytes: Buffer) => bytes.fill(0xff, 60, 64)],
    ['its checksum changed', (bytes: Buffer) => bytes.fill(0, bytes.length - 8)],
    ['its end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
    ['its beginning cut off', (bytes: Buffer) => bytes.subarray(15)],
    ['only text', () => Buffer.from('Not Found\n')],
    ['zeros', () => Buffer.alloc(5000)],
  ])('loses nothing but the member with %s', async (_, damage) => {
    const member = gzipSync(pageRecord('x'.repeat(50)));
    const bytes = Buffer.concat([packed(three[0]!), damage(member), packed(three[1]!, three[2]!)]);
    for (const size of [50, 65_536]) {
      const pages = await shown(bytes, size);
      expect(pages.filter((page) => page.length === 1)).toEqual(['a', 'b', 'c']);
      expect(pages).toHaveLength(4);
      expect(pages[1]).toMatch(/^Expected a WARC record, got .*\(byte \d+\)$/u);
    }
  });

  it('says that a file ends too early', async () => {
    const bytes = packed(...three);
    expect(await shown(bytes.subarray(0, bytes.length - 20))).toEqual(['a', 'b', expect.stringContaining('cut off')]);
    const plain = Buffer.concat(three);
    expect(await shown(plain.subarray(0, plain.length - 20))).toEqual([
      'a',
      'b',
      expect.stringContaining('Content-Length'),
    ]);
    expect(await shown(Buffer.from('The tunnel leaked.'))).toEqual([expect.stringContaining('other bytes')]);
    expect(await shown(Buffer.alloc(0))).toEqual([]);
  });

  it('streams members that are too large to hold', async () => {
    const large = warcRecord(Buffer.alloc(40_000_000), { type: 'resource' });
    const whole = gzipSync(Buffer.concat([three[0]!, large, three[1]!]));
    expect(await shown(Buffer.concat([whole, packed(three[2]!)]))).toEqual(['a', 'b', 'c']);
    const page = warcRecord(http(Buffer.alloc(40_000_000)));
    expect(await shown(packed(three[0]!, page, three[1]!))).toEqual([
      'a',
      expect.stringContaining('at most 30000000 bytes'),
      'b',
    ]);
    const damaged = gzipSync(Buffer.concat([three[0]!, large, three[1]!])).fill(0xff, 20_000, 20_010);
    const left = await shown(Buffer.concat([damaged, packed(three[2]!)]));
    expect(left[0]).toBe('a');
    expect(left.at(-1)).toBe('c');
  }, 20_000);

  it('gives up a file that holds nothing but broken members', async () => {
    const member = gzipSync(pageRecord('x'));
    member.fill(0, member.length - 8);
    const start = performance.now();
    const pages = await shown(Buffer.concat(Array.from({ length: 5000 }, () => member)));
    expect(pages.at(-1)).toContain('1000 broken records');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
