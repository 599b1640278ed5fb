import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedModelPath } from '../inference/index.ts';
import {
  distanceBucket,
  headOf,
  kindOfMention,
  looksOf,
  mentionKinds,
  stringRelation,
  stringRelations,
  wordsOf,
  type MentionKind,
  type StringRelation,
} from './mention-looks.ts';

interface Golden {
  readonly text: string;
  readonly kind: MentionKind;
  /** The relation to each mention of the list, in order. */
  readonly relations: readonly StringRelation[];
}

const { mentions: golden } = JSON.parse(readFileSync(`${shippedModelPath('attribution')}/golden.json`, 'utf8')) as {
  readonly mentions: readonly Golden[];
};

const hostile = ['a', 'A ', "a'", "'", '’', '.', 'a.', 'a-', 'a&', 'the ', 'of ', ',', '-', ' ', '\u0301', '🙂', '東'];

describe('mentions as training sees them', () => {
  it('are of every kind and stand in every relation', () => {
    expect(new Set(golden.map(({ kind }) => kind))).toEqual(new Set(mentionKinds));
    expect(new Set(golden.flatMap(({ relations }) => relations))).toEqual(new Set(stringRelations));
  });

  it.each(golden)('are of the same kind: $text', ({ text, kind }) => {
    expect(kindOfMention(text)).toBe(kind);
  });

  it.each(golden)('relate in the same way: $text', ({ text, relations }) => {
    expect(golden.map((other) => stringRelation(looksOf(text), looksOf(other.text)))).toEqual(relations);
  });
});

describe('wordsOf', () => {
  it.each([
    ['articles', 'the chief of a dam', ['chief', 'of', 'dam']],
    ['possessive marks', "Rao's and the ministers’ plan", ['Rao', 'and', 'ministers', 'plan']],
    ['stops', 'U.S. Gen. Rao Jr.', ['U.S', 'Gen', 'Rao', 'Jr']],
    ['white space', ' \n Mara \t Lind ', ['Mara', 'Lind']],
  ])('leaves out %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['an initial with its stop', 'J. Keel', ['J.', 'Keel']],
    [
      'what ends a noun phrase',
      'Rao, who (once) left — for Varo',
      ['Rao', ',', 'who', '(', 'once', 'left', '—', 'for', 'Varo'],
    ],
    ['words joined by marks', 'AT&T’s Peña-Nieto', ['AT&T', 'Peña-Nieto']],
    ['right-to-left words', 'شركة الماء', ['شركة', 'الماء']],
  ])('keeps %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('headOf', () => {
  it.each([
    ['the last word', 'Commission chief Anjali Rao', 'Rao'],
    ['the last before a preposition', 'the chief of the Commission', 'chief'],
    ['the last before a comma', 'Rao, chief of all', 'Rao'],
    ['the last before a bracket', 'residents (and guests)', 'residents'],
    ['a first word that would end another', 'That Man', 'Man'],
    ['nothing of nothing', '', ''],
  ])('is %s', (_, text, head) => {
    expect(headOf(wordsOf(text))).toBe(head);
  });
});

describe('stringRelation', () => {
  const relation = (a: string, b: string): StringRelation => stringRelation(looksOf(a), looksOf(b));

  it.each([
    ['Ms Rao', 'ms rao', 'same'],
    ['the Commission', 'Commission’s', 'same'],
    ['Anjali Rao', 'Rao', 'within'],
    ['Rao Anjali', 'Anjali Rao', 'within'],
    ['a new report', 'the long report', 'same-head'],
    ['Mara Lind', 'Anjali Rao', 'none'],
    ['', '', 'none'],
    ['—', 'the', 'none'],
  ])('of “%s” and “%s” is %s', (a, b, expected) => {
    expect([relation(a, b), relation(b, a)]).toEqual([expected, expected]);
  });
});

describe('distanceBucket', () => {
  it('counts up to four one by one, then by powers of two', () => {
    expect([0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 31, 32, 63, 64, 1e6].map(distanceBucket)).toEqual([
      0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9,
    ]);
  });

  it('is that of training: min(9, max(5, n.bit_length() + 2)) from five on', () => {
    for (let n = 5; n < 5000; n++) {
      expect(distanceBucket(n)).toBe(Math.min(9, Math.max(5, n.toString(2).length + 2)));
    }
  });
});

it.each(hostile)('the looks of a text of nothing but %j are told', (unit) => {
  const text = unit.repeat(300_000 / unit.length);
  const started = performance.now();
  expect(mentionKinds).toContain(kindOfMention(text));
  expect(stringRelations).toContain(stringRelation(looksOf(text), looksOf(`Rao ${text}`)));
  expect(performance.now() - started).toBeLessThan(20_000);
});
