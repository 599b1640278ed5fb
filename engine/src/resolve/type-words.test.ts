import { describe, expect, it } from 'vitest';
import { headOf, wordsOf } from './mention-looks.ts';
import { typeByWords } from './type-words.ts';

function type(name: string): string | null {
  const words = wordsOf(name);
  return typeByWords(words, headOf(words));
}

describe('typeByWords', () => {
  it.each([
    ['the Varo Harbour Ministry', 'government'],
    ['the Varo city council', 'government'],
    ['Iceland', 'government'],
    ['the United States', 'government'],
    ['the White House', 'government'],
    ['Harbour Fishing Union', 'organisation'],
    ['two companies', 'organisation'],
    ['the Lind campaign', 'organisation'],
    ['the Varo Gazette', 'media'],
    ['a new poll of bakers', 'document'],
    ['several studies', 'document'],
    ['a senior official', 'unnamed'],
    ['two spokesmen for the mayor', 'unnamed'],
    ['critics of the bridge', 'group'],
    ['analyses', null],
    ['Mara Lind', null],
    ['the constructor', null],
    ['', null],
  ])('of “%s” tells %s', (name, expected) => {
    expect(type(name)).toBe(expected);
  });
});
