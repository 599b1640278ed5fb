import { expect, it } from 'vitest';
import { countWhile } from './count-while.ts';

it.each([
  ['nothing', [], 3, 0],
  ['all before', [1, 2], 3, 2],
  ['none before', [3, 4], 3, 0],
  ['equal ones, the first of which it finds', [1, 3, 3, 3, 4], 3, 1],
])('counts what comes before, of %s', (_, items, limit, count) => {
  expect(countWhile<number>(items, (item) => item < limit)).toBe(count);
});
