import { sql, type RawBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';

/**
 * What a column of dates must meet to lie between two dates, both included.
 *
 * @param column - ISO 8601; empty where there is no date
 * @throws {AccordingError} `query-invalid`
 */
export function datesWithin(
  column: RawBuilder<string>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): RawBuilder<boolean>[] {
  const within: RawBuilder<boolean>[] = [];
  for (const date of [from, to]) {
    if (date !== undefined && !/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]{0,30})?)?)?$/u.test(date))
      throw new AccordingError('query-invalid', `Expected a date such as 2016, 2016-03 or 2016-03-08, got “${date.slice(0, 40)}”`); // prettier-ignore
  }
  // “2016-03” may have been on the 8th: a date that says less than the bound is taken for within.
  if (from !== undefined)
    within.push(sql`(${column} >= ${from} or ${column} in (${from.slice(0, 4)}, ${from.slice(0, 7)}))`);
  // Everything that goes on from the bound lies within it. “~” comes after all that a date has.
  if (to !== undefined) within.push(sql`(${column} <= ${`${to}~`} and ${column} <> '')`);
  return within;
}
