import { describe, expect, it } from 'vitest';
import { findPhrases, foldWords, parsePhrases } from './words.ts';

describe('foldWords', () => {
  it.each([
    ['case and accents', 'Der CAFÉ-Besitzer', 'der cafe besitzer'],
    ['letters set apart from their marks', 'cafe\u0301', 'cafe'],
    ['ligatures and wide letters', 'ﬁne Ｗide', 'fine wide'],
    ['apostrophes', 'Rao’s don’t', 'rao s don t'],
    ['signs without spaces between words', '北京said', '北 京 said'],
    ['right to left', 'قالَ المتحدث', 'قال المتحدث'],
    ['emoji', 'a 🌊 b', 'a b'],
  ])('compares without %s', (_, text, folded) => expect(foldWords(text, 100)).toBe(folded));

  it('stops where it has enough, and cuts what is no word', () => {
    expect(foldWords('a b c d', 2)).toBe('a b');
    expect(foldWords('x'.repeat(1_000_000), 5)).toBe('x'.repeat(40));
    expect(foldWords('é'.repeat(1_000_000), 5)).toBe('e'.repeat(40));
  });
});

describe('parsePhrases', () => {
  it.each([
    ['words', 'Old  dam', [['old'], ['dam']]],
    ['a phrase', '"old dam" held', [['old', 'dam'], ['held']]],
    ['a phrase in printed marks', '“old dam”', [['old', 'dam']]],
    ['an open mark as none', 'old "dam held', [['old'], ['dam'], ['held']]],
    ['what no space divides as a phrase', 'don’t', [['don', 't']]],
    ['nothing in signs', '"" -- !', []],
  ])('takes %s', (_, query, phrases) => expect(parsePhrases(query)).toEqual(phrases));
});

describe('findPhrases', () => {
  it('finds every place, joined where they overlap', () => {
    const text = '🌊 The old Dam, the old dám.';
    const found = findPhrases(text, [['old', 'dam'], ['dam'], ['the']]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'old Dam', 'the', 'old dám']);
  });
});
