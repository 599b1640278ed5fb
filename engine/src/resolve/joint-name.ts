import type { Span } from '../document/index.ts';
import { nameCore } from './name-core.ts';
import { typeByWords } from './type-words.ts';

/** What may stand between the first name and `and`: where somebody is from, what somebody is between commas. */
const between = /^(?:\sof\s[\p{Lu}][\p{L} .]{1,30}|\s\([^()]{1,20}\)|,\s[^,]{1,60},(?:\s[^,]{1,30},)?)$/u;
const longestSource = 300;

/**
 * The one string of two persons whom a report names with something between them: `Ted Keel of Varo and Senator Mara Lind` from
 * `Senator Ted Keel of Varo and Senator Mara Lind of Tembe`; `null` where a source is no such pair.
 */
export function jointName(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, Math.min(end, start + longestSource));
  const first = nameCore(words, true);
  if (first === null) return null;
  const and = words.indexOf(' and ', first.end);
  if (and < 0 || !between.test(words.slice(first.end, and))) return null;
  const name = words.slice(first.start, first.end).split(' ');
  if (name.length < 2 || name.length > 3 || typeByWords(name, name.at(-1)!) !== null) return null;
  const second = nameCore(words.slice(and + 5), true);
  if (second === null || !/^\p{Lu}/u.test(words.slice(and + 5))) return null;
  const other = words.slice(and + 5 + second.start, and + 5 + second.end).split(' ');
  if (other.length < 2 || other.length > 3 || typeByWords(other, other.at(-1)!) !== null) return null;
  return { start: start + first.start, end: start + and + 5 + second.end };
}
