import type { Span } from '../document/index.ts';
import { typeByWords } from './type-words.ts';
import { endsInTitle, isCrown, isDeterminer, isHonorific, isPartyAdjective, isTitle } from './titles.ts';

/** A word of a mention with its place in it. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the name after it is somebody else's: `Varo’s`, `Daily News’`. */
  readonly possessive: boolean;
}

const token = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}/&]|[’'.-](?=[\p{L}\p{N}]))*\.?|--|[,;:([—–]/gu;
/** Small words that stand inside a name: `Council on Foreign Relations`, `Bill de Blasio`. */
const inside = new Set('of the and for on de del della der di du la le van von bin ibn al el y & at'.split(' '));
const leaving = new Set(['who', 'whom', 'whose', 'which', 'that', '--', '—', '–', ',', ';', ':', '(', '[']);
/** Prepositions that no name has inside. */
const outside = new Set(
  'from to in by with as near outside inside under over against about after before during including like such'.split(
    ' ',
  ),
);
const office =
  /^(?:General|Spokesman|Spokeswoman|Spokesperson|Director|Chairman|Chairwoman|Secretary|Minister|Senator|Governor|Mayor|Commissioner|Ambassador|Manager|Editor|President|Secretary-Treasurer|CEO|Leader|Whip|Speaker|Candidate|Nominee|Counsel|Strategist|Correspondent)$/u;
/** Who is often named by the first name alone. */
const kin = new Set('wife husband son daughter brother sister mother father partner nephew niece cousin'.split(' '));
/** What stands behind a possessive as part of a body's name: `Harbour County Coroner’s Office`. */
const ofSomebody = /^(?:Office|Department|Parliament|Party|Association|Union|Court|Hospital|Club)$/u;
const times =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|today|\d{4})$/iu;
const abbreviated = /^(?:Jr|Sr|St|Mt|Ft|Corp|Inc|Co|Ltd|Bros|Penn|Calif|Mass|Va|Fla|Pa|Ga|La|Ky|No|vs)\.$/u;
const possessiveEnd = /[’']s?$/u;

/**
 * The name within a mention: without articles, titles and what describes it. `Communist Party chief Zhang Chunxian, who …` → `Zhang
 * Chunxian`. Persons joined by “and” stay together.
 *
 * @param isPerson - whether words before a title go with it (`White House Press Secretary Josh Earnest`)
 * @returns the name's place, counted from the mention's start; `null` where the mention holds no name at its head
 */
export function nameCore(mention: string, isPerson: boolean): Span | null {
  const segments = segmentsOf(mention);
  const first = segments[0];
  if (first === undefined) return null;
  const name = nameAtHead(mention, first, isPerson);
  if (name !== null) return name;
  // `An attorney for the city, Mara Lind,`: the name comes after what describes it.
  for (const segment of segments.slice(1)) {
    const joined = segment.some(({ text }) => text === 'and');
    const least = kin.has(first.at(-1)?.text.toLowerCase() ?? '') ? 1 : 2;
    if (segment.length < least || segment.length > (joined ? 9 : 4)) continue;
    if (!segment.every(({ text }) => isCapital(text) || (joined && inside.has(text)))) continue;
    if (joined && segment.findIndex(({ text }) => text === 'and') < 2) continue;
    const core = nameAtHead(mention, segment, true);
    if (core !== null) return core;
  }
  return null;
}

/** The words of a mention, cut where a comma, a dash, a bracket or a relative clause begins. */
function segmentsOf(mention: string): Word[][] {
  const segments: Word[][] = [[]];
  for (const found of mention.matchAll(token)) {
    const end = found.index + found[0].length;
    const possessive = /[’']s$/u.test(found[0]) || /^[’']\s/u.test(mention.slice(end, end + 2));
    const word = { text: found[0], start: found.index, end, possessive };
    if (leaving.has(word.text.toLowerCase())) segments.push([]);
    else segments.at(-1)!.push(word);
  }
  return segments.filter((segment, index) => index === 0 || segment.length > 0);
}

function nameAtHead(mention: string, words: readonly Word[], isPerson: boolean): Span | null {
  // The head: the last word before the first preposition that leads to no capital.
  let end = words.length;
  for (let i = 1; i < words.length; i++) {
    if (isCapital(words[i]!.text)) continue;
    if (outside.has(words[i]!.text.toLowerCase())) {
      end = i;
      break;
    }
    if (!inside.has(words[i]!.text.toLowerCase())) continue;
    const next = words.slice(i + 1).find(({ text }) => !inside.has(text.toLowerCase()));
    const before = words[i - 1]!.text;
    // `Contributor and historian Mara Lind`: what describes her is two things.
    if (words[i]!.text === 'and' && !isCapital(before) && next !== undefined && !isCapital(next.text)) continue;
    const joins = next !== undefined && isCapital(next.text) && (isCapital(before) || inside.has(before.toLowerCase()));
    // Bodies have prepositions in their names, persons are merely `of` something.
    if (!joins || (isPerson && /^(?:of|for|on|in|at|to)$/u.test(words[i]!.text) && !isTitle(before))) {
      end = i;
      break;
    }
  }
  while (end > 1 && times.test(words[end - 1]!.text) && !isCapital(words[end - 2]!.text)) end--;
  if (end === 0 || !isCapital(words[end - 1]!.text)) return null;
  let start = end - 1;
  while (start > 0) {
    const before = words[start - 1]!;
    const apart = !/^[\s"“”]*$/u.test(mention.slice(before.end, words[start]!.start));
    const belongs = before.possessive && !(start === end - 1 && ofSomebody.test(words[start]!.text));
    if (apart || belongs || endsSentence(before.text)) break;
    if (isCapital(before.text)) start--;
    else if (joinsCapitals(words, start - 1)) start--;
    else if (isParticle(before.text)) start--;
    else break;
  }
  while (start < end - 1 && isDeterminer(words[start]!.text)) start++;
  if (isPerson || isHonorific(words[start]!.text) || bearsOffice(words.slice(start, end))) {
    // Of two joined by “and”, the first one's titles go; the second one's are inside the name then.
    const joins = words.findIndex(({ text }, index) => index > start && index < end && text.toLowerCase() === 'and');
    // `Vice President and Editor Mara Lind` is one with two offices.
    const and = joins > start + 1 && isTitle(words[joins - 1]!.text) ? -1 : joins;
    for (let i = (and < 0 ? end : and) - 2; i >= start; i--) {
      if (!isTitle(words[i]!.text)) continue;
      if (and < 0 && i === end - 2 && isCrown(words[i]!.text)) break;
      start = i + 1;
      // `Secretary of State Dana Pell`, `Speaker of the House Jonas Keel`
      if (words[start]!.text === 'of') {
        const skip = words[start + 1]?.text === 'the' ? 3 : 2;
        if (end - start > skip) start += skip;
      }
      if (/^(?:General|Officer)$/u.test(words[start]!.text) && end - start > 1) start++;
      break;
    }
    while (start < end - 1 && isPartyAdjective(words[start]!.text)) start++;
  }
  const last = words[end - 1]!;
  const addressed = start > 0 && /^(?:mr|mrs|ms|miss)\.?$/iu.test(words[start - 1]!.text);
  const core = words.slice(start, end).map(({ text }) => text);
  if (isPerson && endsInTitle(core, addressed)) return null;
  // `the Republican` describes somebody; `Republicans` names many.
  if (core.length === 1 && isPartyAdjective(core[0]!)) return null;
  const text = last.text.replace(possessiveEnd, '');
  const stop = /^\p{L}{4,}\.$/u.test(text) && !/^(?:Corp|Bros)\.$/u.test(text) ? 1 : 0;
  return { start: words[start]!.start, end: last.start + text.length - stop };
}

/** `Harbour Board Inspector General Mara Lind` is a person, whatever the network makes of so long a name. */
function bearsOffice(words: readonly Word[]): boolean {
  const at = words.findLastIndex(
    ({ text }, index) => index < words.length - 2 && (office.test(text) || isHonorific(text)),
  );
  const last = words.at(-1)!.text;
  return (
    at >= 0 &&
    words.length - at <= 4 &&
    typeByWords([last], last) === null &&
    !words.slice(at).some(({ text }) => inside.has(text))
  );
}

/** Whether a full stop ends a sentence rather than an abbreviation, an initial or a title. */
export function endsSentence(word: string): boolean {
  return /\p{L}{2}\.$/u.test(word) && !/\.\p{L}{1,2}\.$/u.test(word) && !isTitle(word) && !abbreviated.test(word);
}

/** Whether a small word stands between capitals: `of` and `the` in `Speaker of the House`. */
function joinsCapitals(words: readonly Word[], at: number): boolean {
  if (!inside.has(words[at]!.text.toLowerCase())) return false;
  const before = words[at - 1]?.text ?? '';
  if (words[at]!.text.toLowerCase() !== 'the') return isCapital(before);
  return inside.has(before.toLowerCase()) && isCapital(words[at - 2]?.text ?? '');
}

function isCapital(word: string): boolean {
  if (word === 'I') return false;
  return /^(?:\p{Lu}|\p{N}|@)/u.test(word) || /^(?:al-|de|el-)?\p{Lu}/u.test(word) || /^[a-z]+[A-Z]/u.test(word);
}

/** Family names that begin small: `de Blasio`. */
function isParticle(word: string): boolean {
  return /^(?:de|van|von|der|den|del|della|di|du|la|le|al|el|bin|ibn)$/u.test(word);
}
