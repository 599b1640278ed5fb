import type { Span } from '../document/index.ts';
import { nounPhraseAt } from './noun-phrase-at.ts';
import { isCapitalised, isPossessive, isWord, type Stretch } from './stretch.ts';
import { followers, landmarks, notPlaces, placeNouns, states } from './word-lists.ts';

/** A place as the words have it, preposition included, and the number of the first word behind it. */
export interface PlaceFound {
  readonly span: Span;
  readonly next: number;
}

/** Where something is said, from this word on: `in Beijing`, `at the company’s headquarters`, `outside the court`, `here`. */
export function placeAt(stretch: Stretch, index: number): PlaceFound | null {
  const { words } = stretch;
  const first = words[index];
  if (first === undefined) return null;
  const found = (next: number): PlaceFound => ({ span: { start: first.start, end: words[next - 1]!.end }, next });
  switch (first.lower) {
    case 'here': {
      const following = words[index + 1];
      return following === undefined || !isWord(following) || followers.has(following.lower) ? found(index + 1) : null;
    }
    case 'in':
    case 'from': {
      const named = placeNameAt(stretch, index + 1);
      if (named !== null) return found(named);
      const kind = kindOfPlaceAt(stretch, index + 1);
      return kind === null ? null : found(kind);
    }
    case 'on': {
      const floor =
        /^on (?:Capitol Hill|(?:the )?(?:Senate|House) floor|the (?:Senate|House|assembly|convention) floor|the floor of the [\p{Lu}][\p{L}]*|campus|stage|the tarmac|the steps of the (?:[\p{L}]+ )?(?:court|courthouse|capitol|Capitol))(?![\p{L}])/u.exec(
          stretch.text.slice(first.start, first.start + 60),
        );
      if (floor === null) return null;
      const end = first.start + floor[0].length;
      let next = index;
      while (next < words.length && words[next]!.start < end) next++;
      return found(next);
    }
    case 'at':
    case 'outside':
    case 'inside':
    case 'near':
    case 'aboard': {
      const kind = kindOfPlaceAt(stretch, index + 1, first.lower === 'aboard');
      return kind === null ? null : found(kind);
    }
    default:
      return null;
  }
}

/**
 * Names with a capital that follow “in”: `Beijing`, `New York`, `Fort Mill, S.C.`, `the West Bank`.
 *
 * @returns the number of the first word behind it, or `null`
 */
export function placeNameAt(stretch: Stretch, index: number): number | null {
  const { words } = stretch;
  let at = index;
  if (
    /^(?:downtown|central|nearby|neighbou?ring|northern|southern|eastern|western|suburban|rural)$/u.test(
      words[at]?.lower ?? '',
    )
  )
    at++;
  if (words[at]?.lower === 'the') return landmarkAt(stretch, at);
  const from = at;
  while (at < words.length && at - from < 4 && isNamePart(stretch, at)) at++;
  if (at === from || isPossessive(words[at - 1]!)) return null;
  // “in London court”, “in Chicago suburbs”: a name before a common noun is no place by itself.
  const following = words[at];
  if (following !== undefined && isWord(following) && !followers.has(following.lower) && !isTimely(following.lower))
    return null;
  return withRegion(stretch, at);
}

function isTimely(lower: string): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|late|early|earlier|later|last|yesterday|today|tonight|before|ahead|recently)$/u.test(
    lower,
  );
}

function isNamePart({ words }: Stretch, at: number): boolean {
  const word = words[at]!;
  if (notPlaces.has(word.lower) || /\p{N}/u.test(word.text)) return false;
  if (isCapitalised(word) && isWord(word)) return true;
  const next = words[at + 1];
  return (
    /^(?:de|del|la|of|and|al|el|du|upon)$/u.test(word.lower) &&
    at > 0 &&
    next !== undefined &&
    isCapitalised(words[at - 1]!) &&
    isCapitalised(next) &&
    !notPlaces.has(next.lower) &&
    word.lower !== 'and'
  );
}

/** Goes on over `, S.C.,` and `, Norway,`. */
function withRegion(stretch: Stretch, at: number): number {
  const { words } = stretch;
  if (words[at]?.text !== ',') return at;
  let end = at + 1;
  while (end < words.length && end - at <= 3 && isNamePart(stretch, end)) end++;
  if (end === at + 1 || isPossessive(words[end - 1]!)) return at;
  const abbreviated = end === at + 2 && /^(?:(?:\p{Lu}\.){2}|\p{Lu}\p{Ll}{1,4}\.)$/u.test(words[at + 1]!.text);
  const region = stretch.text.slice(words[at + 1]!.start, words[end - 1]!.end);
  return abbreviated || words[end]?.text === ',' || states.test(region) ? end : at;
}

/** A kind of place with what belongs to it: `the company’s headquarters in Oslo`, `Grand Tower`, `his hospital bed`. */
function kindOfPlaceAt(stretch: Stretch, index: number, any = false): number | null {
  const landmark = landmarkAt(stretch, index);
  if (landmark !== null) return landmark;
  const phrase = nounPhraseAt(stretch, index);
  if (phrase === null || phrase.isPronoun) return null;
  const { head } = phrase;
  if (!any && !placeNouns.has(head.lower)) return null;
  // “at the center of the storm” is no place.
  if (/^(?:center|centre)$/u.test(head.text) && stretch.text.slice(head.end, head.end + 4) === ' of ') return null;
  const { words } = stretch;
  if (words[phrase.next]?.lower !== 'in') return phrase.next;
  return placeNameAt(stretch, phrase.next + 1) ?? phrase.next;
}

function landmarkAt({ words, text }: Stretch, index: number): number | null {
  const first = words[index];
  if (first === undefined) return null;
  for (let last = Math.min(index + 3, words.length - 1); last >= index; last--) {
    const name = text.slice(first.start, words[last]!.end);
    if (!landmarks.test(name)) continue;
    // “the Senate committee”, “the House Democrats”: a landmark before a noun is part of another name.
    const following = words[last + 1];
    if (
      following !== undefined &&
      isWord(following) &&
      (isCapitalised(following) || !followers.has(following.lower)) &&
      !isTimely(following.lower)
    )
      return null;
    return last + 1;
  }
  return null;
}
