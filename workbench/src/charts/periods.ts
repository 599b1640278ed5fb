import type { PairCount } from '../api/index.ts';

export type Period = 'day' | 'month' | 'year';

/** How much of a date says which day, month or year. */
const length: Readonly<Record<Period, number>> = { day: 10, month: 7, year: 4 };

export interface TimeRows {
  readonly period: Period;
  /** `group` is a date of this period, in order. */
  readonly rows: readonly PairCount[];
  /** What has a date that is less precise, and so no place in time. */
  readonly imprecise: number;
}

/** Days where there is room for them, else months, else years. */
export function periodOf(dates: readonly string[], room: number): Period {
  // The server gives months where days would be too many, and whatever reports give that know no day.
  const exact = dates.filter((date) => date.length >= length.day);
  const months = dates.filter((date) => date.length >= length.month);
  if (exact.length > 0 && exact.length >= months.length / 2 && span(exact, 'day') <= room) return 'day';
  return months.length >= dates.length / 2 && months.length > 0 && span(months, 'month') <= room ? 'month' : 'year';
}

/** Counts by days, months or years, as many as there is room for. */
export function placeInTime(rows: readonly PairCount[], room: number): TimeRows {
  const dated = rows.filter(({ group }) => /^\d{4}(?:-\d\d){0,2}$/u.test(group) && !Number.isNaN(Date.parse(group)));
  const period = periodOf(
    dated.map(({ group }) => group),
    room,
  );
  const placed = dated.filter(({ group }) => group.length >= length[period]);
  const total = (some: readonly PairCount[]): number => some.reduce((sum, { count }) => sum + count, 0);
  return {
    period,
    rows: placed
      .map((row) => ({ ...row, group: row.group.slice(0, length[period]) }))
      .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0)),
    imprecise: total(rows) - total(placed),
  };
}

/** From its first moment to that of the one after it, in UTC. */
export function timesOf(date: string, period: Period): readonly [Date, Date] {
  const start = new Date(date);
  const end = new Date(start);
  if (period === 'day') end.setUTCDate(end.getUTCDate() + 1);
  else if (period === 'month') end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return [start, end];
}

/** The dates that ask for one period, within those that were asked for already. */
export function withinPeriod(
  date: string,
  asked: { readonly from?: unknown; readonly to?: unknown },
): { from: string; to: string } {
  const narrower = (bound: unknown): string => (typeof bound === 'string' && bound.startsWith(date) ? bound : date);
  return { from: narrower(asked.from), to: narrower(asked.to) };
}

function span(dates: readonly string[], period: Period): number {
  const numbers = dates.map((date) => numberOf(date, period));
  const [first, last] = numbers.reduce(
    ([low, high], n) => [Math.min(low, n), Math.max(high, n)],
    [Infinity, -Infinity],
  );
  return last! - first! + 1;
}

function numberOf(date: string, period: Period): number {
  const day = new Date(date);
  return period === 'day' ? day.getTime() / 86_400_000 : day.getUTCFullYear() * 12 + day.getUTCMonth();
}
