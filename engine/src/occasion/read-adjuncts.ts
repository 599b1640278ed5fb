import type { Span } from '../document/index.ts';
import { hearerAt } from './addressee-at.ts';
import { occasionAt, type OccasionFound } from './occasion-at.ts';
import { placeAt } from './place-at.ts';
import type { Stretch } from './stretch.ts';
import { isFree, timeAt } from './time-at.ts';

/** What was read of a saying’s circumstances, each in its stretch. */
export interface Circumstances {
  readonly time: Span | null;
  readonly place: Span | null;
  readonly occasion: Span | null;
  readonly addressee: Span | null;
}

export interface Adjuncts extends Circumstances {
  /** Whether an occasion among them is a text or a recording. */
  readonly isText: boolean;
  /** The number of the first word that is none of them. */
  readonly next: number;
}

export interface AdjunctOptions {
  /** Whether they open a sentence, and so with a capital. */
  readonly opens?: boolean;
  /** Whether a place can be where something is said, and not where something is done. */
  readonly places?: boolean;
  /** Whether a comma may come before any of them, and not only before an occasion. */
  readonly commas?: boolean;
}

const filler =
  /^(?:\p{L}{2,}ly|also|again|then|later|earlier|just|only|live|simply|however|though|meanwhile|once|twice|still|both|there)$/u;
const aside =
  /^(?:on (?:the )?condition of anonymity|under oath|on the record|in part|in response|in full|at length|for example|for instance|on background)(?![\p{L}])/iu;
const participle =
  /^(?:released|published|issued|posted|aired|broadcast|sent|airing|broadcasting|dated|recorded|taped|conducted|filed|delivered|made)$/u;

/** Reads times, places and occasions one after another, from this word on: `Tuesday in Oslo on the sidelines of a summit`. */
export function readAdjuncts(
  stretch: Stretch,
  index: number,
  { opens = false, places = false, commas = false }: AdjunctOptions = {},
): Adjuncts {
  const { words, text } = stretch;
  let time: Span | null = null;
  let place: Span | null = null;
  let occasion: Span | null = null;
  let addressee: Span | null = null;
  let isText = false;
  let at = index;
  let after = index;
  while (at < words.length) {
    const word = words[at]!;
    const behindComma = at > 0 && words[at - 1]!.text === ',' && at > index;
    const mayBeAny = commas || !behindComma;
    const opening = opens && at === index;
    const found: OccasionFound | null = occasion === null ? occasionAt(stretch, at) : null;
    if (found !== null) {
      occasion = found.span;
      isText ||= found.isText;
      time ??= found.time;
      place ??= found.place;
      addressee ??= found.addressee;
      at = after = found.next;
      continue;
    }
    const when = time === null && mayBeAny ? timeAt(stretch, at, opening) : null;
    if (when !== null && isFreeHere(stretch, when)) {
      time = when.span;
      at = after = when.next;
      continue;
    }
    // “in a letter from Oslo” says where the letter comes from.
    const isOrigin = word.lower === 'from' && isText && /^in\s/iu.test(text.slice(occasion?.start ?? 0));
    const where = places && place === null && mayBeAny && !isOrigin ? placeAt(stretch, at) : null;
    if (where !== null) {
      place = where.span;
      at = after = where.next;
      continue;
    }
    if (word.lower === 'speaking') {
      const hearer = addressee === null ? hearerAt(stretch, at + 1) : null;
      addressee ??= hearer?.span ?? null;
      at = hearer?.next ?? at + 1;
      if (hearer !== null) after = at;
      continue;
    }
    const skipped = aside.exec(text.slice(word.start, word.start + 40));
    if (skipped !== null) {
      const end = word.start + skipped[0].length;
      while (at < words.length && words[at]!.start < end) at++;
      continue;
    }
    if (word.text === ',' || filler.test(word.lower) || (occasion !== null && participle.test(word.lower))) {
      if (word.text === ',' && behindComma) break;
      at++;
      continue;
    }
    break;
  }
  return { time, place, occasion, addressee, isText, next: after };
}

function isFreeHere(stretch: Stretch, found: { readonly span: Span; readonly next: number }): boolean {
  const following = stretch.words[found.next]?.lower ?? '';
  return isFree(stretch, found) || filler.test(following) || following === 'speaking';
}
