import { describe, expect, it } from 'vitest';
import type { DisputeRecord } from '../../api/index.ts';
import { isAgainst } from './is-against.ts';

const item = (disputed: object | null): DisputeRecord => ({ disputed }) as unknown as DisputeRecord;
const minister = item({ kind: 'statement', entity: { name: 'Ana Okonjo' }, speaker: 'the minister' });

describe('a dispute', () => {
  it('is against the speaker by its fullest name', () => {
    expect([isAgainst(minister, 'Ana Okonjo'), isAgainst(minister, 'the minister')]).toEqual([true, false]);
  });

  it('is against somebody described where there is no name', () => {
    expect(isAgainst(item({ kind: 'statement', entity: null, speaker: 'critics' }), 'critics')).toBe(true);
  });

  it.each([
    ['own voice', { kind: 'own-voice' }],
    ['words that no statement stands for', null],
    ['nobody named', { kind: 'statement', entity: null, speaker: null }],
  ])('against %s is found under an empty name', (_, disputed) => {
    expect([isAgainst(item(disputed), ''), isAgainst(item(disputed), 'Ana Okonjo')]).toEqual([true, false]);
  });

  it('is shown where nobody asks against whom', () => {
    expect(isAgainst(minister, null)).toBe(true);
  });
});
