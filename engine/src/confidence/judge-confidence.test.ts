import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import type { JudgedAttribution } from './confidence-features.ts';
import { judgeConfidence } from './judge-confidence.ts';

const told: JudgedAttribution = {
  ...annotate('[Lind](source) [said](cue) [it leaked](content).').attributions[0]!,
  probability: 0.9,
  roleCertainty: 0.9,
  meaning: null,
  quotation: 'direct',
  sourceType: 'person',
  certainty: 0.9,
};

describe('judgeConfidence', () => {
  it('is even without evidence', () => {
    expect(judgeConfidence(told, { bias: 0, weights: {} })).toBe(0.5);
  });

  it.each(['anchor', 'roles', 'direct', 'stance'])('grows with what %s is worth', (feature) => {
    const judged = [-2, -1, 0, 1, 2].map((worth) => judgeConfidence(told, { bias: 0, weights: { [feature]: worth } }));
    expect(judged).toEqual(judged.toSorted((a, b) => a - b));
    expect(new Set(judged).size).toBe(5);
  });

  it('grows with the probability of the anchor where that is worth anything', () => {
    const judged = [0.1, 0.5, 0.9].map((probability) =>
      judgeConfidence({ ...told, probability }, { bias: -1, weights: { anchor: 0.7 } }),
    );
    expect(judged).toEqual(judged.toSorted((a, b) => a - b));
  });

  it('stays between 0 and 1, and passes over what it does not know', () => {
    expect(judgeConfidence(told, { bias: 1e6, weights: {} })).toBeLessThanOrEqual(1);
    expect(judgeConfidence(told, { bias: -1e6, weights: {} })).toBeGreaterThanOrEqual(0);
    expect(judgeConfidence(told, { bias: 0, weights: { unheard: 9 } })).toBe(0.5);
  });
});
