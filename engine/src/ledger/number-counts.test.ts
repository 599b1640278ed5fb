import { describe, expect, it } from 'vitest';
import { NumberCounts } from './number-counts.ts';

describe('counts by number', () => {
  it('are those of a map, however many numbers there are and however alike', () => {
    const [counts, map] = [new NumberCounts(), new Map<number, number>()];
    for (let index = 0; index < 30_000; index++) {
      // Few low bits, so that many meet in one place; 0 is a number as any other.
      const [low, high] = [((index % 700) * 0x1_0001) >>> 0, index % 13];
      counts.add(low, high);
      const number = high * 2 ** 32 + low;
      map.set(number, (map.get(number) ?? 0) + 1);
    }
    const sorted = (of: Map<number, number>): [number, number][] => [...of].toSorted(([a], [b]) => a - b);
    expect(sorted(counts.toMap())).toEqual(sorted(map));
    expect(map.size).toBe(9100);
  });
});
