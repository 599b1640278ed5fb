import { describe, expect, it } from 'vitest';
import { bestLabels } from './best-labels.ts';

const free = {
  transition: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  first: [0, 0, 0],
};

/** Rows of scores, one a piece. */
function scores(...rows: number[][]): Float32Array {
  return Float32Array.from(rows.flat());
}

/** Every labelling tried, for comparison. */
function bruteForce(rows: number[][], chain: typeof free, anchor: number, label: number): number[] {
  const labels = chain.first.length;
  let best: number[] = [];
  let bestScore = -Infinity;
  for (let code = 0; code < labels ** rows.length; code++) {
    const path = rows.map((_, i) => Math.floor(code / labels ** i) % labels);
    if (path[anchor] !== label) continue;
    const score = path.reduce(
      (sum, to, i) => sum + rows[i]![to]! + (i === 0 ? chain.first[to]! : chain.transition[path[i - 1]!]![to]!),
      0,
    );
    if (score > bestScore) [best, bestScore] = [path, score];
  }
  return best;
}

describe('bestLabels', () => {
  it('takes the best label of every piece where transitions cost nothing', () => {
    expect([...bestLabels(scores([0, 5, 1], [9, 0, 0], [0, 1, 2]), free, 1, 0)]).toEqual([1, 0, 2]);
  });

  it('gives the anchor its label whatever the scores say', () => {
    expect([...bestLabels(scores([9, 0, 0], [9, 0, 0]), free, 0, 2)]).toEqual([2, 0]);
  });

  it('keeps a run together where transitions make a gap dear', () => {
    const chain = {
      ...free,
      transition: [
        [2, -2, -2],
        [-2, 2, -2],
        [-2, -2, 2],
      ],
    };
    expect([...bestLabels(scores([0, 3, 0], [1, 0, 0], [0, 3, 0]), chain, 0, 1)]).toEqual([1, 1, 1]);
  });

  it('finds what trying every labelling finds', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round++) {
      const rows = Array.from({ length: 5 }, () => [random() * 4, random() * 4, random() * 4].map(Math.fround));
      const chain = { transition: rows.slice(0, 3), first: rows[3]! };
      const anchor = round % 5;
      expect([...bestLabels(scores(...rows), chain, anchor, 2)]).toEqual(bruteForce(rows, chain, anchor, 2));
    }
  });
});
