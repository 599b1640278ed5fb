import { describe, expect, it } from 'vitest';
import { reportDateOf } from './dates.ts';

describe('the date of a report', () => {
  it.each([
    ['2016', { year: 'numeric' }],
    ['2016-03', { year: 'numeric', month: 'long' }],
    ['2016-03-08', { year: 'numeric', month: 'short', day: 'numeric' }],
  ] as const)('is as precise as the report gives it: %s', (date, options) => {
    const formatter = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
    expect(reportDateOf(date)).toBe(formatter.format(new Date(date)));
  });

  it('is the day it was where it was printed', () => {
    expect(reportDateOf('2026-03-04T00:30:00+13:00')).toContain('4');
    expect(reportDateOf('2026-03-04T00:30:00+13:00')).toContain('+13:00');
  });

  it('is shown as it stands where it is no date', () => {
    expect(reportDateOf('last week')).toBe('last week');
    expect(reportDateOf(null)).toBe('no date');
  });
});
