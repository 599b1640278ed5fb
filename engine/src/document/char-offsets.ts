import { countWhile } from './count-while.ts';

/** Places of one text, counted in UTF-16 code units (as everywhere here) and in Unicode code points (as Python, brat and the W3C do). */
export interface CharOffsets {
  /** Code points before this UTF-16 offset; an offset within a surrogate pair counts as in front of it. */
  toCodePoint(offset: number): number;
  /** The UTF-16 offset that has this many code points before it. */
  fromCodePoint(codePoint: number): number;
}

/**
 * Converts offsets into a text, both ways. Reads the text once; each conversion then takes a binary search among its surrogate pairs.
 *
 * A surrogate without its other half counts as one code point, as it does in every decoder that puts U+FFFD in its place.
 */
export function charOffsets(text: string): CharOffsets {
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.codePointAt(at)! > 0xffff) pairs.push(at++);
  }
  return {
    toCodePoint: (offset) => offset - countWhile(pairs, (pair) => pair < offset),
    fromCodePoint: (codePoint) => codePoint + countWhile(pairs, (pair, before) => pair - before < codePoint),
  };
}
