import type { Statement } from '../attribution/index.ts';
import { wordsOf } from './excerpt.ts';

/** To whom, when, where and on what occasion something was said, each in the report's words; what it does not say is left out. */
export function circumstances(text: string, { addressee, said }: Pick<Statement, 'addressee' | 'said'>): string[] {
  const found: string[] = [];
  if (addressee !== null) {
    const words = wordsOf(text, [addressee]);
    found.push(/^(?:to|with|before) /iu.test(words) ? words : `to ${words}`);
  }
  if (said?.time) {
    const words = wordsOf(text, [said.time.span]);
    const date = said.time.date && readableDate(said.time.date);
    found.push(date === null || date === words ? words : `${words} (${date})`);
  }
  if (said?.place) found.push(wordsOf(text, [said.place]));
  if (said?.occasion) found.push(wordsOf(text, [said.occasion]));
  return found;
}

/** A date of ISO 8601 as people read it: `2026-03-04T06:30:00+01:00` → `2026-03-04 06:30 +01:00`. */
export function readableDate(date: string): string {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?$/u.exec(date);
  if (found === null) return date;
  const [, day = '', time = '', zone = ''] = found;
  return `${day} ${time}${zone === 'Z' ? ' UTC' : zone && ` ${zone}`}`;
}
