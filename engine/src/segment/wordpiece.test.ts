import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedModelPath } from '../inference/index.ts';
import { cutWindows } from './windows.ts';
import { WordPiece } from './wordpiece.ts';

const model = shippedModelPath('attribution');
const wordPiece = new WordPiece(readFileSync(`${model}/vocab.txt`, 'utf8'));

interface Golden {
  readonly text: string;
  readonly windows: readonly { readonly ids: number[]; readonly start: number[]; readonly end: number[] }[];
}

describe('WordPiece', () => {
  const golden = JSON.parse(readFileSync(`${model}/golden.json`, 'utf8')) as Golden[];

  it.each(golden)('cuts $text as training does', ({ text, windows }) => {
    const cut = cutWindows(text, wordPiece, 48).map(({ ids, start, end }) => ({ ids, start, end }));
    expect(cut).toEqual(windows);
  });

  it.each([
    ['keeps a word of the vocabulary whole', 'said', ['said']],
    ['parts words at punctuation', 'don’t.', ['don', '’', 't', '.']],
    ['keeps the offsets of a word that loses its accents', 'Peña said', ['Peña', 'said']],
    ['keeps combining marks with their letter', 'Cafe\u0301 owners', ['Cafe\u0301', 'owners']],
    ['takes CJK characters one by one', '东京 said', ['东', '京', 'said']],
    ['takes an emoji as one piece', '🙂 said', ['🙂', 'said']],
    ['cuts a rare word into pieces', 'Okonjo', ['Ok', 'on', 'jo']],
  ])('%s', (_, text, expected) => {
    const { start, end } = wordPiece.encode(text);
    expect(start.map((s, i) => text.slice(s, end[i]))).toEqual(expected);
  });

  it('gives offsets into the whole text when it encodes a part', () => {
    const { start, end } = wordPiece.encode('One. Two said.', 5, 8);
    expect([start, end]).toEqual([[5], [8]]);
  });

  it('never loses, doubles or splits a character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { start, end, ids, first } = wordPiece.encode(text);
        expect(new Set([ids.length, start.length, end.length, first.length]).size).toBe(1);
        start.forEach((s, i) => {
          expect(s).toBeGreaterThanOrEqual(i === 0 ? 0 : end[i - 1]! - (first[i] ? 0 : text.length));
          expect(end[i]).toBeLessThanOrEqual(text.length);
          expect(end[i]).toBeGreaterThanOrEqual(s);
          if (first[i]) expect(text.charCodeAt(s) >> 10).not.toBe(0b110111); // no start on a trailing surrogate
        });
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a vocabulary that is none', () => {
    expect(() => new WordPiece('a\nb')).toThrow('without [UNK]');
  });
});
