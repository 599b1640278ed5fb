import { describe, expect, it } from 'vitest';
import { isPartyAdjective, isTitle } from './titles.ts';

describe('isTitle', () => {
  it.each(['Mr', 'Mr.', 'Gov.', 'President', 'PRESIDENT', 'vice-president', 'spokeswoman', 'Sheikh'])(
    'knows %s',
    (word) => {
      expect(isTitle(word)).toBe(true);
    },
  );

  it.each(['Rao', 'President.s', 'Mr..', '', '.', 'party', 'constructor'])('knows no title %j', (word) => {
    expect(isTitle(word)).toBe(false);
  });
});

describe('isPartyAdjective', () => {
  it.each(['Republican', 'GOP', 'labour'])('knows %s', (word) => {
    expect(isPartyAdjective(word)).toBe(true);
  });

  it.each(['Republicans', 'Varoan', ''])('knows no adjective of a party %j', (word) => {
    expect(isPartyAdjective(word)).toBe(false);
  });
});
