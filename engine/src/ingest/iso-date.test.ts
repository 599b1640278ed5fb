import { afterEach, describe, expect, it } from 'vitest';
import { isoDate } from './iso-date.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('isoDate', () => {
  it.each([
    ['day', '2026-03-04', '2026-03-04'],
    ['month', '2026-03', '2026-03'],
    ['year', '2026', '2026'],
    ['time and zone', '2026-03-04T06:30:00+01:00', '2026-03-04T06:30:00+01:00'],
    ['time and zone without colon', '2026-03-04T06:30:00+0100', '2026-03-04T06:30:00+0100'],
    ['time in UTC', ' 2026-03-04T06:30:00.123Z ', '2026-03-04T06:30:00.123Z'],
    ['time without zone', '2026-03-04T06:30', '2026-03-04T06:30'],
    ['spaces for signs', '2026-03-04 06:30:00 +0100', '2026-03-04T06:30:00+0100'],
    ['slashes, year first', '2026/3/4', '2026-03-04'],
    ['day first, in words', '4 March 2026', '2026-03-04'],
    ['month first, in words', 'March 4, 2026', '2026-03-04'],
    ['ordinal', '4th March 2026', '2026-03-04'],
    ['short month with full stop', 'Sept. 4, 2026', '2026-09-04'],
    ['mail', 'Wed, 04 Mar 2026 18:05:00 GMT', '2026-03-04T18:05:00.000Z'],
    ['mail with offset', 'Wed, 04 Mar 2026 00:05:00 +0200', '2026-03-03T22:05:00.000Z'],
    ['afternoon', 'March 4, 2026 6:05 PM', '2026-03-04T18:05:00'],
    ['afternoon, as some write it', 'March 4, 2026 at 6:05 p.m.', '2026-03-04T18:05:00'],
    ['time with a full stop', '4 March 2026, 18.05', '2026-03-04T18:05:00'],
  ])('converts as precisely as it was given: %s', (_, raw, expected) => {
    for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = timeZone;
      expect(isoDate(raw)).toBe(expected);
    }
  });

  it.each([
    ['nothing', ''],
    ['words', 'yesterday'],
    ['a headline', 'Article 12 of the law'],
    ['a word and a year', 'spring 2026'],
    ['no such day', '2026-02-30'],
    ['no such month', '2026-13-01'],
    ['no such hour', '4 March 2026 27:70'],
    ['either of two days', '03/04/2026'],
    ['month and day alone', 'March 4'],
    ['another language', '4 mars 2026 à midi'],
  ])('tells no date from %s', (_, raw) => {
    expect(isoDate(raw)).toBeNull();
  });
});
