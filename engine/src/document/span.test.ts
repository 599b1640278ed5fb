import { describe, expect, it } from 'vitest';
import { encloses, overlaps } from './span.ts';

describe('overlaps', () => {
  it.each([
    ['apart', { start: 0, end: 3 }, { start: 5, end: 9 }, false],
    ['touching', { start: 0, end: 3 }, { start: 3, end: 9 }, false],
    ['sharing one character', { start: 0, end: 4 }, { start: 3, end: 9 }, true],
    ['one within the other', { start: 0, end: 9 }, { start: 3, end: 4 }, true],
    ['equal', { start: 2, end: 4 }, { start: 2, end: 4 }, true],
    ['an empty span within', { start: 0, end: 9 }, { start: 3, end: 3 }, false],
  ])('tells whether a character is shared: %s', (_, a, b, shared) => {
    expect(overlaps(a, b)).toBe(shared);
    expect(overlaps(b, a)).toBe(shared);
  });
});

describe('encloses', () => {
  it.each([
    ['equal', { start: 2, end: 4 }, true],
    ['within', { start: 3, end: 4 }, true],
    ['beginning before', { start: 1, end: 4 }, false],
    ['ending behind', { start: 2, end: 5 }, false],
  ])('tells whether all of a span lies within: %s', (_, inner, enclosed) => {
    expect(encloses({ start: 2, end: 4 }, inner)).toBe(enclosed);
  });
});
