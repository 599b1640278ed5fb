import type { Span } from '../document/index.ts';

/** A word as it is compared, and where it stands. */
interface PlacedWord extends Span {
  readonly word: string;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const plainWord = /^[A-Za-z0-9]+$/;

/** Scripts without spaces between words count sign by sign; a phrase of signs then finds the word. */
const sign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const signOrWord =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

/** A word longer than that is compared by its beginning: PostgreSQL takes no more than 1 MB of words a row. */
const longestWord = 40;

/** The words of a text as they are compared, in order: without case and accents, nothing but letters and digits. */
export function* wordsOf(text: string): Generator<PlacedWord> {
  for (const { 0: found, index } of text.matchAll(word)) {
    // Nearly all words are of this kind, and a ledger folds every word that comes in.
    if (plainWord.test(found)) {
      yield { word: found.slice(0, longestWord).toLowerCase(), start: index, end: index + found.length };
      continue;
    }
    const pieces = sign.test(found) ? found.matchAll(signOrWord) : [{ 0: found, index: 0 }];
    for (const { 0: piece, index: at } of pieces) {
      const folded = fold(piece);
      if (folded !== '') yield { word: folded, start: index + at, end: index + at + piece.length };
    }
  }
}

/** The first words of a text, joined by spaces. */
export function foldWords(text: string, most: number): string {
  const words: string[] = [];
  for (const { word } of wordsOf(text)) {
    words.push(word);
    if (words.length === most) break;
  }
  return words.join(' ');
}

/**
 * What a person looks for: words, and phrases in quotation marks. Nothing in it is syntax but the marks; a mark that stays
 * open is none. What no space divides, `don’t` or `Anglo-Saxon`, is a phrase too.
 *
 * @returns phrases of folded words, none empty
 */
export function parsePhrases(query: string): string[][] {
  const parts = query.split(/["“”„]/u);
  return parts.flatMap((part, index) => {
    const quoted = index % 2 === 1 && index < parts.length - 1;
    return (quoted ? [part] : part.split(/\s+/u))
      .map((stretch) => Array.from(wordsOf(stretch), ({ word }) => word))
      .filter((phrase) => phrase.length > 0);
  });
}

/** Where phrases stand in a text, in order, without overlaps. */
export function findPhrases(text: string, phrases: readonly (readonly string[])[]): Span[] {
  if (phrases.length === 0) return [];
  const words = [...wordsOf(text)];
  const byFirst = Map.groupBy(phrases, ([first]) => first);
  const found: { start: number; end: number }[] = [];
  words.forEach(({ word, start }, at) => {
    for (const phrase of byFirst.get(word) ?? []) {
      if (!phrase.every((each, offset) => words[at + offset]?.word === each)) continue;
      const { end } = words[at + phrase.length - 1]!;
      const last = found.at(-1);
      if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
      else found.push({ start, end });
    }
  });
  return found;
}

function fold(found: string): string {
  const folded = found
    .slice(0, 4 * longestWord)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, longestWord);
  return folded.replace(/[\ud800-\udbff]$/u, '');
}
