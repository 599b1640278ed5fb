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
  const golden = JSON.parse(readFileSync(`${model}/golden.json`, 'utf8')) as { readonly windows: Golden[] };

  it.each(golden.windows)('cuts $text as training does', ({ text, windows }) => {
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
        const wrong = start.filter((s, i) => {
          const inOrder = first[i] === 0 || i === 0 || s >= end[i - 1]!;
          const onTrailingSurrogate = first[i] === 1 && text.charCodeAt(s) >> 10 === 0b110111;
          return !inOrder || onTrailingSurrogate || s < 0 || s > end[i]! || end[i]! > text.length;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['x', "'", '’', '🙂', '\u0301', ' ', '东', 'e\u0301', '\ud800'])(
    'gets through a text of nothing but %j',
    (character) => {
      const text = `${character.repeat(300_000)} said`;
      const started = performance.now();
      expect(wordPiece.encode(text).ids.at(-1)).toBe(wordPiece.encode('said').ids[0]);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it('refuses a vocabulary that is none', () => {
    expect(() => new WordPiece('a\nb')).toThrow('without [UNK]');
  });
});
