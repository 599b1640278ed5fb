import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node/en';

// Loading the date parser and its first use take some 70 ms, and most reports need neither: so it is loaded where it is first needed.
const require = createRequire(import.meta.url);

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;

/**
 * The date that the words of a report mean, in ISO 8601 and as precise as they are: `2015`, `2016-03`, `2016-W10` (a
 * week, Monday to Sunday), `2016-03-08`, `2016-03-08T14:00`.
 *
 * What has been said lies in the past: “Tuesday” is the last one up to the report's own day, “in December” the last December.
 *
 * @param words - `late on Tuesday`, `in March`, `two days ago`
 * @param reported - when the report appeared; of a date with a time, the day as it is written counts
 * @returns `null` where the words are vague (`in recent weeks`) or there is nothing to count from
 */
export function dateOf(words: string, reported: string | null): string | null {
  const lower = words.toLowerCase();
  const today = dayOf(reported);
  const year = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/u.exec(lower)?.[0];
  const weekday = weekdays.findIndex((name) => lower.includes(name));
  const monthNamed = namesMonth(lower);
  if (!monthNamed && year !== undefined && weekday < 0 && !/\d-\d/u.test(lower)) return year;
  if (!monthNamed && weekday >= 0) {
    const date = today === null ? null : lastWeekday(weekday, today, /\blast\b/u.test(lower));
    return date === null ? null : date + clockOf(lower);
  }
  if (!monthNamed && today !== null) {
    if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/u.test(lower)) return iso(today) + clockOf(lower);
    if (/\b(?:yesterday|last (?:night|evening))\b/u.test(lower)) return iso(today - dayMs) + clockOf(lower);
    const week = /\b(this|last) week$/u.exec(lower);
    if (week !== null) return weekOf(today, week[1] === 'last' ? 1 : 0);
  }
  if (!monthNamed && year === undefined && !isCountable(lower)) return null;
  return parsed(lower, today, year !== undefined);
}

function namesMonth(lower: string): boolean {
  return /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\./u.test(
    lower,
  );
}

/** Whether the words count whole days, months or years exactly enough to count with them. */
function isCountable(lower: string): boolean {
  if (/\b(?:several|many|some|few|couple|about|nearly|almost|over|more|only)\b/u.test(lower)) return false;
  return /\b(?:days?|months?|years?)\s+ago$|\b(?:this|last)\s+(?:month|year)$/u.test(lower);
}

/** Lets the date parser read the words; of its answer, only what the words made certain counts. */
function parsed(lower: string, today: number | null, hasYear: boolean): string | null {
  if (today === null && !hasYear) return null;
  const { casual } = require('chrono-node/en') as typeof Chrono;
  // The parser counts from noon in UTC, so that no zone and no hour can turn it into another day.
  const from = { instant: new Date(middleOf(today ?? 0, lower) + dayMs / 2), timezone: 0 };
  const found = casual.parse(lower, from, { forwardDate: false });
  const start = found.length === 1 ? found[0]!.start : null;
  if (start === null) return null;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    start.isCertain(part) ? start.get(part) : null,
  ) as [number | null, number | null, number | null];
  if (month === null) return year === null ? null : pad(year, 4);
  const weekday = start.isCertain('weekday') && day !== null ? start.get('weekday') : null;
  const past = year ?? lastYearWith(month, day, weekday, today, /\blast\b/u.test(lower));
  if (past === null) return null;
  const date = `${pad(past, 4)}-${pad(month, 2)}${day === null ? '' : `-${pad(day, 2)}`}`;
  return day === null ? date : date + clockOf(lower);
}

/** The day to count from; for months and years one that each month has, where “last month” on the 31st would overflow. */
function middleOf(today: number, lower: string): number {
  return /\b(?:month|year)s?\b/u.test(lower) ? today + (15 - new Date(today).getUTCDate()) * dayMs : today;
}

/** The last year in which this month, or this day of it, was not yet to come. */
function lastYearWith(
  month: number,
  day: number | null,
  weekday: number | null,
  today: number | null,
  before: boolean,
): number | null {
  if (today === null) return null;
  const now = new Date(today);
  // Eight years hold every 29th of February; a weekday with a date comes back within eleven.
  for (let year = now.getUTCFullYear(); year > now.getUTCFullYear() - 12; year--) {
    const time = Date.UTC(year, month - 1, day ?? 1);
    const exists = day === null || new Date(time).getUTCDate() === day;
    const isThisMonth = year === now.getUTCFullYear() && month === now.getUTCMonth() + 1;
    if (
      exists &&
      time <= today &&
      !(before && isThisMonth) &&
      (weekday === null || new Date(time).getUTCDay() === weekday)
    )
      return year;
  }
  return null;
}

/** “Last Tuesday” is not today; and where this week has had one already, it can mean either. */
function lastWeekday(weekday: number, today: number, before: boolean): string | null {
  const now = new Date(today).getUTCDay();
  const ago = (now - weekday + 7) % 7;
  if (!before) return iso(today - ago * dayMs);
  const sinceMonday = (now + 6) % 7;
  if (ago > 0 && ago <= sinceMonday) return null;
  return iso(today - (ago === 0 ? 7 : ago) * dayMs);
}

/** `T14:00` where the words give a time of day to the minute, with its zone where they name one; else nothing. */
function clockOf(lower: string): string {
  if (/\b(?:about|around|shortly|just|before|after)\b/u.test(lower)) return '';
  if (/\bnoon\b/u.test(lower)) return 'T12:00';
  if (!/\d\s?[ap]\.?m\b/u.test(lower)) return '';
  const { casual } = require('chrono-node/en') as typeof Chrono;
  const start = casual.parse(lower, { instant: new Date(dayMs / 2), timezone: 0 })[0]?.start;
  if (start === undefined || !start.isCertain('hour')) return '';
  return `T${pad(start.get('hour')!, 2)}:${pad(start.get('minute') ?? 0, 2)}${zoneOf(start)}`;
}

function zoneOf(start: Chrono.ParsedResult['start']): string {
  const minutes = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  if (minutes === null) return '';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${pad(hours, 2)}:${pad(rest, 2)}`;
}

/** A week from Monday to Sunday. On a Sunday, `this week` may be either of two, so there is none. */
function weekOf(today: number, weeksAgo: number): string | null {
  const weekday = new Date(today).getUTCDay();
  if (weekday === 0) return null;
  // A week belongs to the year of its Thursday.
  const thursday = today + (4 - weekday - 7 * weeksAgo) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${pad(year, 4)}-W${pad(number, 2)}`;
}

/** The day of a date as written, at midnight in UTC; `null` where it has none. */
function dayOf(date: string | null): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(date ?? '');
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  return year >= 1000 && new Date(time).getUTCMonth() === month - 1 && day > 0 ? time : null;
}

/** Whether a date, however precise, lies after the report's own. */
export function isAfter(date: string, reported: string | null): boolean {
  const today = dayOf(reported);
  if (today === null || date.includes('W')) return false;
  const shared = date.slice(0, 10);
  return shared > iso(today).slice(0, shared.length);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
