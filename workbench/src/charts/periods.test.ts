import { describe, expect, it } from 'vitest';
import { placeInTime, timesOf, withinPeriod } from './periods.ts';

const row = (group: string, count = 1) => ({ group, value: 'person', count });

describe('counts in time', () => {
  it('are told by days where there is room for them', () => {
    const { period, rows } = placeInTime([row('2016-03-09'), row('2016-03-08')], 100);
    expect(period).toBe('day');
    expect(rows.map(({ group }) => group)).toEqual(['2016-03-08', '2016-03-09']);
  });

  it('are told by months, or years, where there is not', () => {
    const days = [row('2016-03-09'), row('2016-06-08')];
    expect(placeInTime(days, 30)).toMatchObject({ period: 'month', rows: [row('2016-03'), row('2016-06')] });
    expect(placeInTime([row('2016-03'), row('2023-06')], 30)).toMatchObject({
      period: 'year',
      rows: [row('2016'), row('2023')],
    });
  });

  it('count what has no day apart where days are told', () => {
    expect(placeInTime([row('2016-03-09'), row('2016-03-10'), row('2016', 4), row('soon', 2)], 100)).toMatchObject({
      period: 'day',
      imprecise: 6,
    });
  });

  it('are told by years where reports give no more, as far back as one likes', () => {
    const { period, rows } = placeInTime([row('0099'), row('2016')], 10);
    expect([period, rows[0]!.group]).toEqual(['year', '0099']);
    expect(timesOf('0099', 'year')[1].toISOString()).toBe('0100-01-01T00:00:00.000Z');
  });

  it('may be none', () => {
    expect(placeInTime([], 10)).toMatchObject({ rows: [], imprecise: 0 });
  });
});

describe('a period', () => {
  it.each([
    ['2016-12-31', 'day', '2017-01-01'],
    ['2016-12', 'month', '2017-01-01'],
    ['2016', 'year', '2017-01-01'],
  ] as const)('%s ends where the next %s begins', (date, period, end) => {
    expect(timesOf(date, period)[1].toISOString().slice(0, 10)).toBe(end);
  });

  it('is asked for by its name, and stays within what was asked for before', () => {
    expect(withinPeriod('2016-03', {})).toEqual({ from: '2016-03', to: '2016-03' });
    expect(withinPeriod('2016-03', { from: '2016-03-10', to: '2016' })).toEqual({ from: '2016-03-10', to: '2016-03' });
  });
});
