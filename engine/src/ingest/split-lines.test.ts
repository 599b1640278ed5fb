import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { splitLines } from './split-lines.ts';

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function split(maxBytes: number, ...parts: (string | Uint8Array)[]): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, line } of splitLines(chunks(...parts), maxBytes)) {
    lines.push([number, line instanceof AccordingError ? line.code : line]);
  }
  return lines;
}

describe('splitLines', () => {
  it.each<[string, string[], [number, string][]]>([
    [
      'lines in one chunk',
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a line over several chunks',
      ['a', 'b', 'c\nd'],
      [
        [1, 'abc'],
        [2, 'd'],
      ],
    ],
    [
      'a last line without its end',
      ['a\nb'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'blank lines, which count',
      ['a\n\n \nb'],
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    [
      'Windows line ends',
      ['a\r\nb\r\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['a byte-order mark', ['\uFEFFa\n'], [[1, 'a']]],
    ['nothing', [], []],
  ])('splits %s', async (_, parts, expected) => {
    expect(await split(100, ...parts)).toEqual(expected);
  });

  it('keeps a character whole that two chunks share', async () => {
    const bytes = Buffer.from('é🙂\n');
    expect(await split(100, bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4))).toEqual([[1, 'é🙂']]);
  });

  it('passes over a line that is too long and goes on with the next', async () => {
    expect(await split(5, 'ok\n', 'toolong', 'andlonger\nfine\n', 'x'.repeat(9))).toEqual([
      [1, 'ok'],
      [2, 'line-too-long'],
      [3, 'fine'],
      [4, 'line-too-long'],
    ]);
  });

  it('turns bytes that are no UTF-8 into replacement characters', async () => {
    expect(await split(100, Buffer.from([0x61, 0xff, 0x62, 10]))).toEqual([[1, 'a\uFFFDb']]);
  });
});
