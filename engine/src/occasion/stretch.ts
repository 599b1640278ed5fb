import type { Span } from '../document/index.ts';

/** A word or a mark; its place counts from the start of its stretch. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
}

/** A short piece of a document's text, cut into words. */
export interface Stretch {
  /** Where it starts in the document. */
  readonly offset: number;
  readonly text: string;
  /** The text in small letters, with every character in its place. */
  readonly lower: string;
  readonly words: readonly Word[];
}

// An abbreviation keeps its full stop, so that every other full stop ends a sentence.
const abbreviation =
  '(?:Mr|Mrs|Ms|Dr|Gov|Sens?|Reps?|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|St|Jr|Sr|Prof|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\\.';
const word = new RegExp(
  [
    '(?:\\p{L}\\.){2,}',
    'Yahoo!',
    `${abbreviation}(?![\\p{L}\\p{N}])`,
    '\\p{Lu}\\.(?=\\s\\p{Lu})',
    "\\p{N}+(?:[.,:]\\p{N}+)*\\p{L}*(?:-[\\p{L}\\p{N}]+)*(?:['’]s)?",
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’&.-][\\p{L}\\p{M}\\p{N}]+)*(?:(?<=s)['’])?",
    '\\S',
  ].join('|'),
  'gu',
);

/** Cuts this piece of a document's text into words and marks. */
export function stretchOf(text: string, { start, end }: Span): Stretch {
  const piece = text.slice(start, end);
  const words = Array.from(piece.matchAll(word), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
    lower: found.toLowerCase(),
  }));
  const lower = piece.toLowerCase();
  // A few capitals, as “İ”, have a small form that is longer; then the text stays as it is.
  return { offset: start, text: piece, lower: lower.length === piece.length ? lower : piece, words };
}

/** The number of the first word that starts at or after this character of the stretch. */
export function wordFrom({ words }: Stretch, start: number, from = 0): number {
  let at = from;
  while (at < words.length && words[at]!.start < start) at++;
  return at;
}

/** Whether it begins with a letter or a digit. */
export function isWord({ text }: Word): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

export function isCapitalised({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether a word belongs to the next one: `Monday’s`, `the voters’`. */
export function isPossessive({ lower }: Word): boolean {
  return /(?:['’]s|s['’])$/u.test(lower);
}
