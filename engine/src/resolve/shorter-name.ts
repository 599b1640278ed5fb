import { smallWords } from './small-words.ts';
import type { Spelling } from './spell-names.ts';
import { stateNamed } from './states.ts';
import { typeByWords } from './type-words.ts';

/** Words that a body's short name may leave off at the end: `Amnesty` for Amnesty International. */
const bodyEndings = new Set(
  'international news group company corporation corp inc ltd party foundation institute association network times university magazine newspaper management'.split(
    ' ',
  ),
);

/** How one spelling is a shorter one of another, or `null`. */
export function shortens(short: Spelling, long: Spelling): string | null {
  const [s, l] = [short.bare, long.bare];
  if (s.length > l.length) return null;
  // Most names that share a word share no more than the first.
  const atEnd = s.every((word, i) => l[l.length - s.length + i] === word);
  const atStart = s.every((word, i) => l[i] === word);
  const and = l.indexOf('and');
  if (and > 0 && short.words.includes('and')) return shortensEach(short.words, long.words);
  if (!atEnd && !atStart && s[0] !== l[0]) return null;
  // A family name alone is too little for the network to tell a person by; whoever bears it in full tells more.
  const fuller = short.words.length === 1 && (long.person || (atEnd && mayBePerson(long.words)));
  if (short.person !== long.person && !fuller) return null;
  if (long.person && and > 0) return null;
  // Whom the report calls the elder is not who it calls by the mere name.
  if (elder.test(long.words.at(-1)!) && !elder.test(short.words.at(-1)!)) return null;
  // `Twitter and Facebook` is no longer name of Facebook.
  if (and > 0 && (s.length === and || s.length === l.length - and - 1)) return null;
  if (atEnd) return 'its end';
  if (atStart && (short.person || l.slice(s.length).every((word) => bodyEndings.has(word)))) return 'its start';
  if (short.person && s.length > 1 && s[0] === l[0] && s.at(-1) === l.at(-1)) return 'without its middle';
  return null;
}

/** Two or three words of which none tells a body or a place of work. */
function mayBePerson(words: readonly string[]): boolean {
  const [first, last] = [words[0]!, words.at(-1)!];
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    !words.some((word) => smallWords.has(word)) &&
    typeByWords([last], last) === null &&
    typeByWords([first], first) === null &&
    stateNamed(words.join(' ')) === null
  );
}

const elder = /^(?:sr\.?|senior)$/u;

/** `Keel and Lind` for `Jonas Keel and Mara Lind`. */
function shortensEach(short: readonly string[], long: readonly string[]): string | null {
  const halves = (words: readonly string[]): [string, string] => {
    const and = words.indexOf('and');
    return [words.slice(0, and).join(' '), words.slice(and + 1).join(' ')];
  };
  const [[a, b], [c, d]] = [halves(short), halves(long)];
  return ` ${c}`.endsWith(` ${a}`) && ` ${d}`.endsWith(` ${b}`) ? 'its ends' : null;
}
