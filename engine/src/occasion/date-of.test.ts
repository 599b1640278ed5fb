import { describe, expect, it } from 'vitest';
import { dateOf, isAfter } from './date-of.ts';

// A Tuesday.
const reported = '2016-03-08';

describe('dateOf', () => {
  it.each([
    ['Tuesday', '2016-03-08'],
    ['on Tuesday', '2016-03-08'],
    ['late on Monday', '2016-03-07'],
    ['early Sunday morning', '2016-03-06'],
    ['Wednesday', '2016-03-02'],
    ['last Wednesday', '2016-03-02'],
    ['this past Saturday', '2016-03-05'],
    ['today', '2016-03-08'],
    ['earlier today', '2016-03-08'],
    ['tonight', '2016-03-08'],
    ['this morning', '2016-03-08'],
    ['yesterday', '2016-03-07'],
    ['yesterday evening', '2016-03-07'],
    ['last night', '2016-03-07'],
    ['three days ago', '2016-03-05'],
    ['on March 3', '2016-03-03'],
    ['March 3, 2015', '2015-03-03'],
    ['on 3 March', '2016-03-03'],
    ['on the 3rd of March', '2016-03-03'],
    ['Tuesday, March 1', '2016-03-01'],
    ['Monday, March 7, 2016', '2016-03-07'],
    ['2016-03-01', '2016-03-01'],
  ])('gives “%s” to the day', (words, date) => {
    expect(dateOf(words, reported)).toBe(date);
  });

  it.each([
    ['in March', '2016-03'],
    ['in January', '2016-01'],
    ['in May 2015', '2015-05'],
    ['in early February', '2016-02'],
    ['last month', '2016-02'],
    ['late last month', '2016-02'],
    ['earlier this month', '2016-03'],
    ['two months ago', '2016-01'],
    ['in 2015', '2015'],
    ['2015', '2015'],
    ['last year', '2015'],
    ['earlier this year', '2016'],
    ['two years ago', '2014'],
    ['in the summer of 2014', '2014'],
    ['earlier this week', '2016-W10'],
    ['last week', '2016-W09'],
  ])('gives “%s” no more precisely than the words', (words, date) => {
    expect(dateOf(words, reported)).toBe(date);
  });

  it.each([
    ['at 3 p.m. Tuesday', '2016-03-08T15:00'],
    ['Monday at 10:30 a.m.', '2016-03-07T10:30'],
    ['at noon on Monday', '2016-03-07T12:00'],
    ['March 3 at 4 p.m.', '2016-03-03T16:00'],
    ['at 3 p.m. EST Monday', '2016-03-07T15:00-05:00'],
    ['shortly before noon on Monday', '2016-03-07'],
    ['about 3 p.m. Monday', '2016-03-07'],
  ])('gives “%s” to the minute where it names one', (words, date) => {
    expect(dateOf(words, reported)).toBe(date);
  });

  it.each([
    ['in December', '2015-12'],
    ['on Dec. 7', '2015-12-07'],
    ['Sept. 3', '2015-09-03'],
    ['in June', '2015-06'],
    ['last March', '2015-03'],
    ['on March 9', '2015-03-09'],
    ['on Feb. 29', '2016-02-29'],
  ])('takes the last “%s” that is not yet to come', (words, date) => {
    expect(dateOf(words, reported)).toBe(date);
  });

  it.each([
    ['in recent weeks'],
    ['a few weeks ago'],
    ['about two years ago'],
    ['two weeks ago'],
    ['an hour ago'],
    ['over the weekend'],
    ['last summer'],
    ['the next day'],
    ['that night'],
    ['at 3 p.m.'],
    ['on Feb. 30'],
    ['earlier in the week'],
  ])('gives no date for “%s”, which does not say which day', (words) => {
    expect(dateOf(words, reported)).toBeNull();
  });

  it('gives no date for “last Monday” where this week has had a Monday', () => {
    expect(dateOf('last Monday', '2016-03-10')).toBeNull();
    expect(dateOf('last Thursday', '2016-03-10')).toBe('2016-03-03');
    expect(dateOf('last Sunday', '2016-03-10')).toBe('2016-03-06');
  });

  it('gives no week on a Sunday, which some count to the week before and some to the next', () => {
    expect(dateOf('last week', '2016-03-06')).toBeNull();
    expect(dateOf('this week', '2016-03-05')).toBe('2016-W09');
  });

  it('counts weeks over the turn of a year', () => {
    expect(dateOf('last week', '2016-01-05')).toBe('2015-W53');
    expect(dateOf('this week', '2015-12-31')).toBe('2015-W53');
    expect(dateOf('this week', '2018-12-31')).toBe('2019-W01');
  });

  it('counts days over the turn of a year', () => {
    expect(dateOf('Thursday', '2016-01-01')).toBe('2015-12-31');
    expect(dateOf('last month', '2016-01-31')).toBe('2015-12');
    expect(dateOf('last month', '2016-03-31')).toBe('2016-02');
  });

  it.each([
    ['2016-03-08T22:00:00-05:00'],
    ['2016-03-08T00:30:00+09:00'],
    ['2016-03-08T23:59:59Z'],
    ['2016-03-08 22:00'],
  ])('counts from the day that “%s” writes, whatever its zone', (date) => {
    expect(dateOf('Tuesday', date)).toBe('2016-03-08');
    expect(dateOf('yesterday', date)).toBe('2016-03-07');
    expect(dateOf('on March 8', date)).toBe('2016-03-08');
    expect(dateOf('three days ago', date)).toBe('2016-03-05');
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'America/St_Johns'])(
    'does not depend on the zone of the machine (%s)',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        const dates = [
          'Tuesday',
          'on March 3',
          'last month',
          'one day ago',
          'at 11 p.m. Monday',
          'at 3 p.m. EST Monday',
        ];
        expect(dates.map((words) => dateOf(words, reported))).toEqual([
          '2016-03-08',
          '2016-03-03',
          '2016-02',
          '2016-03-07',
          '2016-03-07T23:00',
          '2016-03-07T15:00-05:00',
        ]);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  it.each([[null], ['2016'], ['2016-03'], ['yesterday'], ['2016-02-30'], ['']])(
    'gives only dates that stand by themselves where the report’s is %j',
    (date) => {
      expect(dateOf('Tuesday', date)).toBeNull();
      expect(dateOf('on March 3', date)).toBeNull();
      expect(dateOf('last year', date)).toBeNull();
      expect(dateOf('on March 3, 2015', date)).toBe('2015-03-03');
      expect(dateOf('in 2015', date)).toBe('2015');
    },
  );
});

describe('isAfter', () => {
  it.each([
    ['2016-03-09', true],
    ['2016-03-08', false],
    ['2016-03-08T23:00', false],
    ['2016-04', true],
    ['2016-03', false],
    ['2017', true],
    ['2016-W10', false],
  ])('says of %s whether it lies after the report', (date, after) => {
    expect(isAfter(date, '2016-03-08T22:00:00-05:00')).toBe(after);
  });
});
