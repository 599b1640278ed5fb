import { describe, expect, it } from 'vitest';
import { probabilityOf } from './logistic.ts';

const odds = (logit: number): number => 1 / (1 + Math.exp(-logit));

describe('probabilityOf', () => {
  it('adds what each feature is worth to the bias', () => {
    const model = { bias: -1, weights: { anchor: 2, length: -0.5 } };
    expect(probabilityOf(model, { anchor: 1.5, length: 4 })).toBeCloseTo(odds(-1 + 3 - 2), 12);
  });

  it('is even where nothing speaks for or against', () => {
    expect(probabilityOf({ bias: 0, weights: {} }, {})).toBe(0.5);
  });

  it('counts a feature that it has no weight for as nothing', () => {
    expect(probabilityOf({ bias: 1, weights: { anchor: 2 } }, { anchor: 1, untried: 100 })).toBeCloseTo(odds(3), 12);
  });

  it('counts a weight whose feature is absent as nothing', () => {
    expect(probabilityOf({ bias: 1, weights: { anchor: 2, length: 9 } }, { anchor: 1 })).toBeCloseTo(odds(3), 12);
  });

  it('stays between 0 and 1 however large the features', () => {
    const model = { bias: 0, weights: { anchor: 1 } };
    expect([1e6, -1e6].map((anchor) => probabilityOf(model, { anchor }))).toEqual([1, 0]);
  });
});
