import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from './assignment.ts';

function total(weight: readonly (readonly number[])[], pairs: readonly (readonly [number, number])[]): number {
  return pairs.reduce((sum, [row, column]) => sum + weight[row]![column]!, 0);
}

/** Greatest total over every way to give each row a column of its own, or none. */
function bruteForce(
  weight: readonly (readonly number[])[],
  row: number = 0,
  used: ReadonlySet<number> = new Set(),
): number {
  if (row === weight.length) return 0;
  let best = bruteForce(weight, row + 1, used);
  weight[row]!.forEach((value, column) => {
    if (!used.has(column)) best = Math.max(best, value + bruteForce(weight, row + 1, new Set(used).add(column)));
  });
  return best;
}

describe('bestAssignment', () => {
  it('gives up a good pair for two that are better together', () => {
    expect(
      bestAssignment([
        [5, 4],
        [4, 0],
      ]).sort(),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('finds the greatest total, whatever the shape', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([n, m]) => fc.array(fc.array(fc.nat(9), { minLength: m, maxLength: m }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(matrix, (weight) => {
        const pairs = bestAssignment(weight);
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
        expect(total(weight, pairs)).toBe(bruteForce(weight));
      }),
      { numRuns: 200 },
    );
  });
});
