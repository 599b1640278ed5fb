import { describe, expect, it } from 'vitest';
import { inRows } from './in-rows.ts';

describe('rows of a list', () => {
  it('hold neighbours of one key, and keep the order', () => {
    expect(inRows(['a1', 'a2', 'b1', 'a3'], (item) => item[0]!)).toEqual([['a1', 'a2'], ['b1'], ['a3']]);
  });

  it('stay as they are when more comes', () => {
    const before = inRows(['a1', 'b1'], (item) => item[0]!);
    expect(inRows(['a1', 'b1', 'c1', 'a2'], (item) => item[0]!).slice(0, 2)).toEqual(before);
  });

  it('are none for an empty list, and may have an empty key', () => {
    expect(inRows([], () => '')).toEqual([]);
    expect(inRows(['x', 'y'], () => '')).toEqual([['x', 'y']]);
  });
});
