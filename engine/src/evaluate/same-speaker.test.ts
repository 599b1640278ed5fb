import { describe, expect, it } from 'vitest';
import { isSameSpeaker } from './same-speaker.ts';

describe('isSameSpeaker', () => {
  it.each([
    ['case', 'Ana Okonjo', 'ANA OKONJO'],
    ['a leading article', 'The Courier', 'Courier'],
    ['a possessive ending', 'Brightwater’s', 'Brightwater'],
    ["a bare apostrophe's", "the Okonjos'", 'The Okonjos'],
    ['punctuation', 'J. R. “Lund”🙂, Jr.', 'J R Lund Jr'],
    ['white space', ' Ana\u00a0\n Okonjo ', 'Ana Okonjo'],
    ['sharp s', 'Groß', 'GROSS'],
    ['final sigma', 'Νίκος', 'ΝΊΚΟΣ'],
    ['nobody and nothing', null, ''],
  ])('does not mind %s', (_, one, other) => {
    expect(isSameSpeaker(one, other, [])).toBe(true);
  });

  it.each([
    ['part of a name', 'Ana Okonjo', 'Okonjo'],
    ['somebody and nobody', 'Rao', null],
    ['accents', 'Rene', 'René'],
    ['a dotless i', 'Işık', 'Işik'],
    ['an article within', 'Friends of the Dam', 'Friends of Dam'],
  ])('tells apart %s', (_, one, other) => {
    expect(isSameSpeaker(one, other, [])).toBe(false);
  });

  it('takes two names of one group for the same, but not names of two groups', () => {
    const aliases = [
      ['Ana Okonjo', 'Okonjo', 'the minister'],
      ['Tove Lund', 'Lund', 'the minister'],
    ];
    expect(isSameSpeaker('okonjo', 'The Minister’s', aliases)).toBe(true);
    expect(isSameSpeaker('Okonjo', 'Lund', aliases)).toBe(false);
    expect(isSameSpeaker('Okonjo', 'Rao', aliases)).toBe(false);
  });

  it('reads long names of nothing but marks in no time', () => {
    const long = '’'.repeat(1_000_000);
    expect(isSameSpeaker(long, `${long} x`, [])).toBe(false);
  });
});
