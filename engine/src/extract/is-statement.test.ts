import { describe, expect, it } from 'vitest';
import { isStatement } from './is-statement.ts';

describe('isStatement', () => {
  it.each([
    ['“It leaked all summer.”', true],
    ['“It leaked, badly.”', false],
    ['“”', false],
  ])('wants at least four words: %s', (text, expected) => {
    expect(isStatement(text, { start: 0, end: text.length })).toBe(expected);
  });
});
