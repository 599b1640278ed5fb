import { describe, expect, it } from 'vitest';
import type { RawReport } from '../collect/index.ts';
import { packReport, unpackReport } from './pack-report.ts';

const known = { id: null, url: null, title: 'Rain', publisher: null, date: null, dateOrigin: null };

function report(body: RawReport['body'], origin = 'reports.zip/one.html'): RawReport {
  return { origin, known, body };
}

const bytes = (values: readonly number[]): RawReport['body'] => ({
  kind: 'bytes',
  bytes: new Uint8Array(values),
  mediaType: 'text/html',
  name: 'one.html',
});

describe('a packed report', () => {
  it.each([
    { name: 'bytes, line ends and zeros among them', body: bytes([10, 0, 255, 10, 123]) },
    { name: 'no bytes at all', body: bytes([]) },
    { name: 'text with a zero, an emoji and half of one', body: { kind: 'text', text: 'a\0b\n🌧\ud83c' } as const },
    { name: 'HTML', body: { kind: 'html', html: '<p>It leaked.</p>' } as const },
  ])('is the same when it is unpacked: $name', async ({ body }) => {
    const packed = await packReport(report(body));
    expect(packed.packed).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(await unpackReport(packed)).toEqual(report(body));
  });

  it('has an id that tells it from every other, and is the same wherever it is packed', async () => {
    const one = await packReport(report(bytes([1, 2])));
    expect(one.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect((await packReport(report(bytes([1, 2])))).id).toBe(one.id);
    expect((await packReport(report(bytes([1, 3])))).id).not.toBe(one.id);
    expect((await packReport(report(bytes([1, 2]), 'another.html'))).id).not.toBe(one.id);
  });

  it('can be had again where it was, after it was packed', async () => {
    const placed = { ...report(bytes([1])), place: '/news/reports.zip' };
    expect(await unpackReport(await packReport(placed))).toEqual(placed);
  });

  it.each([null, 7, '', 'no report', Buffer.from('{}').toString('base64')])(
    'is refused where it is something else: %j',
    async (packed) => {
      await expect(unpackReport({ id: 'j1', packed })).rejects.toMatchObject({ code: 'job-invalid' });
    },
  );
});
