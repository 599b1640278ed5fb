import { describe, expect, it } from 'vitest';
import { cutShort, excerpt, wordsOf } from './excerpt.ts';

describe('excerpt', () => {
  it.each([
    ['all of a few words', 'It\nleaks.', 'It leaks.'],
    ['the start of many, cut between words', 'word '.repeat(30), `${'word '.repeat(12).trim()} […]`],
    ['the start of one that is long, with no character cut in two', `x${'💧'.repeat(60)}`, `x${'💧'.repeat(29)} […]`],
  ])('gives %s', (_, text, expected) => {
    expect(excerpt(text, { start: 0, end: text.length })).toBe(expected);
  });
});

describe('wordsOf', () => {
  it('joins spans with … and white space within one to a space', () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 9, end: 12 },
    ];
    expect(wordsOf('a\n b and c\td', spans)).toBe('a b … c d');
  });
});

describe('cutShort', () => {
  it('leaves words whole that are a little longer than what a cut would leave', () => {
    expect(cutShort('x '.repeat(12).trim(), 20)).not.toContain('…');
    expect(cutShort('x '.repeat(13).trim(), 20)).not.toContain('…');
    expect(cutShort('x '.repeat(14).trim(), 20)).toBe(`${'x '.repeat(10).trim()} […]`);
  });
});
