import { expect, it } from 'vitest';
import { parseDuration } from './parse-duration.ts';

it.each([
  ['1s', 1000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
])('reads %s', (value, ms) => {
  expect(parseDuration(value)).toBe(ms);
});

it.each(['', '15', '0s', 'm', '1.5h', '-1m', '8d', '15 minutes', '1e3s'])('takes “%s” for no time', (value) => {
  expect(parseDuration(value)).toBeNull();
});
