import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../test/read-zip.ts';
import { dataDescriptor, directoryRecord, endOfZip } from './zip-records.ts';
import { zipStream, type ZipEntry } from './zip-stream.ts';

describe('zipStream', () => {
  it('gives every file back by its name, in pieces or as a whole', async () => {
    const files: ZipEntry[] = [
      { name: 'a/Brücke 東京.txt', contents: 'one 😀' },
      { name: 'pieces', contents: ['one', Buffer.from(' two'), '', ' three'] },
      { name: 'empty', contents: '' },
      { name: 'nothing', contents: [] },
    ];
    const zip = await readZip(await bytesOf(files));
    expect([...zip]).toEqual([
      ['a/Brücke 東京.txt', 'one 😀'],
      ['pieces', 'one two three'],
      ['empty', ''],
      ['nothing', ''],
    ]);
  });

  it('fails as the contents do', async () => {
    const contents = (function* (): Generator<string> {
      yield 'one';
      throw new Error('Expected two, got nothing');
    })();
    await expect(bytesOf([{ name: 'a', contents }])).rejects.toThrow('Expected two, got nothing');
  });
});

describe('records of a zip', () => {
  const gigabytes = 5 * 2 ** 30;

  it('tell sizes and places beyond 4 GB in 64 bits', () => {
    const file = { name: 'a', when: new Date(), crc32: 1, packed: 7, size: gigabytes, offset: 2 * gigabytes };
    const record = directoryRecord(file);
    expect(record.readUInt32LE(42)).toBe(0xffff_ffff);
    const wide = record.subarray(-24);
    expect([0, 8, 16].map((at) => Number(wide.readBigUInt64LE(at)))).toEqual([gigabytes, 7, 2 * gigabytes]);
    expect(dataDescriptor(file)).toHaveLength(24);
    expect(endOfZip(1, gigabytes, 50)).toHaveLength(56 + 20 + 22);
    expect(endOfZip(65_535, 100, 50)).toHaveLength(56 + 20 + 22);
  });

  it('take the fields of plain zips below that', () => {
    expect(dataDescriptor({ crc32: 1, packed: 7, size: 9 })).toHaveLength(16);
    expect(endOfZip(1, 100, 50)).toHaveLength(22);
  });
});

function bytesOf(files: readonly ZipEntry[]): Promise<Buffer> {
  return buffer(
    zipStream(
      (async function* () {
        yield* files;
      })(),
    ),
  );
}
