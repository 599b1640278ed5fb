import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedModelPath } from '../inference/index.ts';
import { cutWindows, type Window } from './windows.ts';
import { WordPiece } from './wordpiece.ts';

const wordPiece = new WordPiece(readFileSync(`${shippedModelPath('attribution')}/vocab.txt`, 'utf8'));

/** The text of a window, with | for the special pieces between paragraphs. */
function shown(text: string, { start, end }: Window): string {
  return start.map((s, i) => (s < 0 ? '|' : text.slice(s, end[i]))).join(' ');
}

describe('cutWindows', () => {
  it('packs whole paragraphs until one does not fit', () => {
    const text = 'One two three.\n\nFour five.\n\nSix seven eight.';
    const windows = cutWindows(text, wordPiece, 10);
    expect(windows.map((w) => shown(text, w))).toEqual(['| One two three . | Four five . |', '| Six seven eight . |']);
  });

  it('cuts a long paragraph after the last sentence end that fits, closing mark included', () => {
    const text = 'He said “we won.” They all agreed on it at once.';
    const windows = cutWindows(text, wordPiece, 12);
    expect(shown(text, windows[0]!)).toBe('| He said “ we won . ” |');
  });

  it('cuts between words where no sentence ends in time', () => {
    const text = 'one two three four five six seven eight nine ten';
    const windows = cutWindows(text, wordPiece, 6);
    expect(windows.map((w) => shown(text, w))).toEqual([
      '| one two three four |',
      '| five six seven eight |',
      '| nine ten |',
    ]);
  });

  it('cuts within a word only where it is longer than a window', () => {
    const windows = cutWindows('pseudopneumonoultramicroscopicsilicovolcanoconiosis', wordPiece, 6);
    expect(windows.every((w) => w.ids.length <= 6)).toBe(true);
    expect(windows.length).toBeGreaterThan(1);
  });

  it('gives no window for a text without words', () => {
    expect(cutWindows(' \n \u200b\n', wordPiece, 64)).toEqual([]);
  });

  it.each([8, 16, 64, 128])('never makes a window of more than %i pieces, and covers every piece once', (size) => {
    const text = Array.from({ length: 30 }, (_, i) => `Sentence ${i}, she “said” (twice).`.repeat((i % 5) + 1)).join(
      '\n',
    );
    const windows = cutWindows(text, wordPiece, size);
    expect(Math.max(...windows.map((w) => w.ids.length))).toBeLessThanOrEqual(size);
    const covered = windows.flatMap((w) => w.start.filter((s) => s >= 0));
    const all = text.split('\n').reduce<{ at: number; starts: number[] }>(
      ({ at, starts }, line) => ({
        at: at + line.length + 1,
        starts: [...starts, ...wordPiece.encode(text, at, at + line.length).start],
      }),
      { at: 0, starts: [] },
    ).starts;
    expect(covered).toEqual(all);
  });
});
