import type { Document } from '../document/index.ts';

/** The earth has zones 26 hours apart, and a date without one may be of any. */
const slackMs = 26 * 3_600_000;

/** Says of a report whose date has not come yet that it has one such: most often a wrong clock, or the day of an event. */
export function checkDate(document: Document, now: Date): Document {
  const { date, diagnostics } = document;
  const time = Date.parse(date ?? '');
  if (Number.isNaN(time) || time <= now.getTime() + slackMs) return document;
  const message = `Expected a date that has come, got ${date}`;
  return { ...document, diagnostics: [...diagnostics, { code: 'date-in-future', message, span: null }] };
}
