import type { Span } from '../document/index.ts';
import { isCapitalised, isPossessive, isWord, type Stretch, type Word } from './stretch.ts';
import { timeAt } from './time-at.ts';
import {
  determiners,
  functionWords,
  ingNouns,
  isPersonNoun,
  objectPronouns,
  personNouns,
  toldOf,
} from './word-lists.ts';

/** A noun phrase in its stretch. */
export interface NounPhrase {
  readonly span: Span;
  /** Its main noun: “members” of `the members of the court`, “Tapper” of `CNN’s Jake Tapper`. */
  readonly head: Word;
  /** How many words come before “of” and “and”. */
  readonly length: number;
  readonly isPronoun: boolean;
  readonly next: number;
}

/** Longer noun phrases are sentences that were taken for one; not tuned. */
const mostWords = 14;

/** A noun phrase from this word on, with its “of”s and “and”s but without any other preposition; `null` where none is. */
export function nounPhraseAt(stretch: Stretch, index: number): NounPhrase | null {
  const { words } = stretch;
  const first = words[index];
  if (first === undefined) return null;
  if (objectPronouns.has(first.lower) && !(first.lower === 'her' && isNoun(words[index + 1], words[index])))
    return { span: pick(first), head: first, length: 1, isPronoun: true, next: index + 1 };
  let at = index;
  while (at < words.length && at - index < 2 && determiners.has(words[at]!.lower)) at++;
  const opening = at;
  let last = -1;
  let head: Word | null = null;
  let length = 0;
  for (; at < words.length && at - index < mostWords; at++) {
    const word = words[at]!;
    const quoted = at === opening || isPossessive(words[at - 1]!) ? quotedName(words, at) : null;
    if (quoted !== null) {
      at = last = quoted;
      continue;
    }
    if (last >= 0 && word.lower === 'of') {
      const from = determiners.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
      if (!isNoun(words[from], words[from - 1]) || isTopic(words, last, from)) break;
      head ??= words[last]!;
      length ||= last + 1 - opening;
      at = from - 1;
      continue;
    }
    if (last >= 0 && (word.lower === 'and' || word.text === '&')) {
      const joined = joinedAt(words, at, words[last]!);
      if (joined === null) break;
      if (!isCapitalised(words[last]!)) head ??= words[last]!;
      at = joined - 1;
      continue;
    }
    // “the magazine The Nation”, “CBS This Morning”
    if (
      /^(?:The|This)$/u.test(word.text) &&
      at > opening &&
      isNoun(words[at + 1], word) &&
      isCapitalised(words[at + 1]!)
    )
      continue;
    if (!isNoun(word, words[at - 1]) || (at > opening && timeAt(stretch, at) !== null)) break;
    if (last >= opening && last === at - 1 && endsNoun(word)) break;
    last = at;
  }
  if (last < opening || (isPossessive(words[last]!) && !/s['’]$/u.test(words[last]!.text))) return null;
  head ??= words[last]!;
  if (!/[\p{L}\p{N}]/u.test(head.text)) head = words.slice(opening, last).findLast(isWord) ?? head;
  return {
    span: { start: first.start, end: words[last]!.end },
    head,
    length: length || last + 1 - opening,
    isPronoun: false,
    next: last + 1,
  };
}

/** Whether a noun phrase is somebody that can be spoken to: a pronoun, a name, or a noun for people. */
export function isSomebody({ head, isPronoun }: NounPhrase): boolean {
  if (isPronoun) return true;
  if (isPersonNoun(head.lower)) return true;
  return isCapitalised(head) && !/(?:ism|gate|care)$/u.test(head.lower);
}

function pick({ start, end }: Word): Span {
  return { start, end };
}

/** Whether a word can stand in a noun phrase, after this one. */
function isNoun(word: Word | undefined, before: Word | undefined): boolean {
  if (word === undefined || !isWord(word)) return false;
  // “USA Today”
  if (functionWords.has(word.lower))
    return /^(?:Today|Tonight|Now)$/u.test(word.text) && before !== undefined && isCapitalised(before);
  const afterDeterminer = before !== undefined && (determiners.has(before.lower) || before.lower === 'of');
  const { lower } = word;
  if (isCapitalised(word)) return true;
  if (
    lower.endsWith('ly') &&
    !/^(?:family|ally|rally|assembly|july|italy|supply|only|daily|weekly|monthly|elderly|friendly|early)$/u.test(lower)
  )
    return afterDeterminer;
  if (lower.endsWith('ing') && !ingNouns.has(lower)) return afterDeterminer;
  return true;
}

/** Whether “of” tells what somebody was told: `told reporters of the plan`, `told The Post of a plan`. */
function isTopic(words: readonly Word[], before: number, from: number): boolean {
  if (toldOf.has(words[before]!.lower)) return true;
  const noun = words[from]!;
  return isCapitalised(words[before]!) && determiners.has(words[from - 1]!.lower) && !isCapitalised(noun);
}

/** Whether a lower-case word is more likely a verb behind the noun: `the crowd gathered`. */
function endsNoun(word: Word): boolean {
  if (isCapitalised(word)) return false;
  return (
    /(?:ed|ing)$/u.test(word.lower) &&
    !ingNouns.has(word.lower) &&
    !/^(?:bed|feed|speed|med|seed|shed)$/u.test(word.lower)
  );
}

/** The first word of what “and” joins to this one, where it joins names or people; else `null`. */
function joinedAt(words: readonly Word[], at: number, before: Word): number | null {
  const next = words[at + 1];
  if (next === undefined || !isWord(next)) return null;
  if (determiners.has(next.lower)) {
    const noun = words[at + 2];
    return noun !== undefined && (personNouns.has(noun.lower) || isPersonNoun(noun.lower)) ? at + 2 : null;
  }
  if (isCapitalised(next)) return isCapitalised(before) ? at + 1 : null;
  const joins =
    isPersonNoun(next.lower) ||
    (isPersonNoun(words[at + 2]?.lower ?? '') && isNoun(next, undefined) && !endsNoun(next));
  return joins ? at + 1 : null;
}

/** The closing mark of a short name in quotation marks that opens here, as in `the “Hannity” show`; else `null`. */
function quotedName(words: readonly Word[], at: number): number | null {
  const mark = words[at]!.text;
  if (!/^["“]$/u.test(mark) || !/^[\p{Lu}\p{N}]/u.test(words[at + 1]?.text ?? '')) return null;
  for (let close = at + 2; close < Math.min(words.length, at + 9); close++) {
    const word = words[close]!;
    if (/^["”]$/u.test(word.text)) return close;
    if (/^\p{Ll}/u.test(word.text) && !/^(?:of|the|a|an|and|with|in|on|for|to|at)$/u.test(word.text)) return null;
  }
  return null;
}
