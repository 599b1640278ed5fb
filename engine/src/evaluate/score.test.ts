import { describe, expect, it } from 'vitest';
import { round, scoreOf } from './score.ts';

describe('round', () => {
  // What Python's round(x, 4) answers.
  it.each([
    [1 / 3, 0.3333],
    [2 / 3, 0.6667],
    [1, 1],
    [0, 0],
    [1 / 32, 0.0312],
    [3 / 32, 0.0938],
    [5 / 32, 0.1562],
    [0.00015, 0.0001],
    [0.12345, 0.1235],
  ])('takes %d to %d', (value, rounded) => {
    expect(round(value)).toBe(rounded);
  });
});

describe('scoreOf', () => {
  it('is 0 where nothing was found or nothing was to be found', () => {
    expect(scoreOf({ hit: 0, found: 0, gold: 3 })).toEqual({ p: 0, r: 0, f1: 0 });
    expect(scoreOf({ hit: 0, found: 3, gold: 0 })).toEqual({ p: 0, r: 0, f1: 0 });
  });
});
