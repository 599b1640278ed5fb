import { describe, expect, it } from 'vitest';
import { handMade, type Told } from '../../test/hand-made.ts';
import { circumstances, readableDate } from './circumstances.ts';

describe('circumstances', () => {
  const text =
    'Ana told the press, to their faces, on Tuesday in Brim on the fringe of a fair, by 2026-03, that it leaks.';
  it.each<[string, Told, string[]]>([
    ['none where the report gives none', {}, []],
    ['to whom', { addressee: 'the press' }, ['to the press']],
    ['to whom, where the words say it', { addressee: 'to their faces' }, ['to their faces']],
    ['when, with the date', { time: ['on Tuesday', '2026-03-03'] }, ['on Tuesday (2026-03-03)']],
    ['when, without a date to count from', { time: ['on Tuesday', null] }, ['on Tuesday']],
    ['a date once', { time: ['2026-03', '2026-03'] }, ['2026-03']],
    [
      'where and on what occasion',
      { place: 'in Brim', occasion: 'on the fringe of a fair' },
      ['in Brim', 'on the fringe of a fair'],
    ],
  ])('gives %s', (_, told, expected) => {
    const read = handMade(text.replace('Ana told', '[Ana](source) [told](cue)'), { statements: { 1: told } });
    expect(circumstances(read.document.text, read.attributions[0]!)).toEqual(expected);
  });
});

describe('readableDate', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-03', '2026-03'],
    ['2026-03-04T06:30', '2026-03-04 06:30'],
    ['2026-03-04T06:30:00+01:00', '2026-03-04 06:30 +01:00'],
    ['2026-03-04T06:30:00.000Z', '2026-03-04 06:30 UTC'],
    ['last spring', 'last spring'],
  ])('shows %s as %s', (date, expected) => {
    expect(readableDate(date)).toBe(expected);
  });
});
