import type { Span } from '../document/index.ts';
import { isWord, wordFrom, type Stretch } from './stretch.ts';
import { followers } from './word-lists.ts';

/** A time as the words have it, in its stretch, and the number of the first word behind it. */
export interface TimeFound {
  readonly span: Span;
  readonly next: number;
}

const s = '\\s+';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:january|jan\\.|february|feb\\.|march|mar\\.|april|apr\\.|may|june|jun\\.|july|jul\\.|august|aug\\.|september|sept?\\.|october|oct\\.|november|nov\\.|december|dec\\.)';
const dayOfMonth = '[0-3]?\\d(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)';
const year = '(?:1[89]|20)\\d\\d(?![\\d%s]|[.,:–-]\\d)';
const partOfDay = `(?:${s}(?:morning|afternoon|evening|night))?`;
const unit = '(?:minute|hour|day|week|month|year|decade)';
const number =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|a few|a couple of|a couple|\\d{1,3})';

const inMonth = `${month}${s}${dayOfMonth}(?:,?${s}${year})?|${dayOfMonth}${s}(?:of${s})?${month}(?:,?${s}${year})?`;
const day = `(?:${weekday}${partOfDay}(?:,?${s}(?:${inMonth}))?|${inMonth}|yesterday${partOfDay}|today|tonight|\\d{4}-\\d\\d-\\d\\d(?!\\d))`;
const qualifier = `(?:(?:late|early|earlier|later|last|this past|this)${s}(?:on${s})?)?`;
const clock = `(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?[ap]\\.?m\\b\\.?(?:${s}(?:[ecmp][sd]?t|gmt))?|noon|midnight)`;
const hedge = `(?:at${s})?(?:(?:(?:shortly|just)${s})?(?:before|after|about|around)${s})?`;
const period = '(?:week|weekend|month|year|quarter|spring|summer|fall|autumn|winter|morning|afternoon|evening|night)';

/** Standing by themselves: `on Tuesday`, `late last month`, `in March 2015`, `two days ago`, `at 3 p.m. Monday`. */
const adverbial = sticky([
  `${hedge}${clock},?${s}(?:on${s})?${qualifier}${day}`,
  `(?:on${s})?${qualifier}${day}(?:,?${s}${hedge}${clock})?`,
  `(?:on${s})?the${s}${dayOfMonth}${s}of${s}${month}(?:,?${s}${year})?`,
  `(?:back${s})?(?:in|during)${s}(?:(?:early|late)${s}|mid-)?(?:(?:last|this)${s})?${month}(?:,?${s}(?:of${s})?${year})?`,
  `(?:(?:earlier|late|early|later)${s})?(?:in${s})?(?:last|(?:early|late|mid-)${s}?)${s}?${month}(?:,?${s}${year})?`,
  `${month}${s}${year}`,
  `(?:back${s})?(?:in|during)${s}(?:(?:early|late)${s}|mid-)?${year}`,
  `(?:(?:earlier|late|early|later|in|over|during|back|at)${s})?(?:(?:in|over)${s})?(?:this past|this|last|the past|that)${s}${period}`,
  `in${s}the${s}(?:spring|summer|fall|autumn|winter)${s}of${s}${year}`,
  `(?:(?:about|nearly|almost|over|more than|just|only)${s})?${number}${s}${unit}s?${s}ago`,
  `(?:over|at|during)${s}the${s}(?:past${s}|last${s})?weekend`,
  `(?:in|over)${s}(?:recent|the (?:past|last)(?: few| several| couple of| two| three)?)${s}(?:days|weeks|months|years)`,
  `(?:on${s}|at${s})?(?:the${s}(?:same|next|following|previous)|that)${s}(?:day|night|morning|afternoon|evening)`,
  `(?:earlier|later|early|late)${s}in${s}the${s}(?:day|week|month|year)`,
  `the${s}(?:day|night)${s}before`,
]);

/** Before a noun: `a [2015] interview`, `[last week]’s debate`, `an [Oct. 5] letter`. */
const modifier = sticky([
  `(?:(?:last|this past|this)${s})?${weekday}${partOfDay}`,
  `${month}(?:${s}${dayOfMonth})?(?:,?${s}${year},?)?`,
  year,
  `(?:last|this past|this)${s}${period}`,
  `(?:yesterday|today|tonight)`,
]);

/** Cheap test for what could begin a time, so that the long patterns run on few words. */
const opener =
  /^(?:\p{N}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:on|in|at|over|during|back|late|early|earlier|later|last|this|that|the|mid-.*|yesterday|today|tonight|noon|midnight|shortly|just|about|around|nearly|almost|more|only|before|after|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some)$)/u;

// In small letters and for plain ones, since patterns that ignore case in all of Unicode take long to compile.
function sticky(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(`(?:${pattern})(?![a-z0-9])`, 'y'));
}

/**
 * A time that stands by itself, from this word on; the longest reading.
 *
 * @param opening - whether it may open a sentence, and so with a capital: “Last week”, where “the Today programme” has one too
 */
export function timeAt(stretch: Stretch, index: number, opening = false): TimeFound | null {
  const found = longest(adverbial, stretch, index, opening);
  if (found === null) return null;
  const behind = stretch.text.slice(found.span.end, found.span.end + 2);
  return /^(?:['’][\p{L}]?|-\p{L})/u.test(behind) || isDrawnOut(stretch, found.next) ? null : found;
}

/** A time that says which one: `a 2015 interview`, `Monday’s debate`; a possessive ending is behind it. */
export function modifyingTimeAt(stretch: Stretch, index: number): TimeFound | null {
  const found = longest(modifier, stretch, index, false);
  if (found === null) return null;
  const behind = /^(?:['’]s?)?(?=\s)/u.test(stretch.text.slice(found.span.end, found.span.end + 3));
  return behind ? found : null;
}

/** Whether something behind a time shows that it is no part of another phrase: `Friday that`, unlike `Friday prayers`. */
export function isFree(stretch: Stretch, { next }: TimeFound): boolean {
  const following = stretch.words[next];
  return following === undefined || !isWord(following) || followers.has(following.lower);
}

const isWordy = /[\p{L}\p{N}]/u;

function longest(patterns: readonly RegExp[], stretch: Stretch, index: number, opening: boolean): TimeFound | null {
  const word = stretch.words[index];
  if (word === undefined || !opener.test(word.lower)) return null;
  let end = -1;
  for (const pattern of patterns) {
    pattern.lastIndex = word.start;
    if (!pattern.test(stretch.lower)) continue;
    const until = pattern.lastIndex;
    if (
      until > end &&
      !isWordy.test(stretch.text.charAt(until)) &&
      hasItsCapitals(stretch.text.slice(word.start, until), opening)
    )
      end = until;
  }
  if (end < 0) return null;
  return { span: { start: word.start, end }, next: wordFrom(stretch, end, index) };
}

const dayOrMonth =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** Days and months have a capital, and nothing else has: `may 3`, `TODAY` and `This Week` are none. */
function hasItsCapitals(words: string, opening: boolean): boolean {
  const plain = words.replace(/\b(?:[ECMP][SD]?T|GMT|[AP]\.?M)\b/g, '');
  const all = plain.match(/[A-Za-z]{3,}|[A-Z][A-Za-z]*/g) ?? [];
  return all.every((word, at) => {
    const isCapital = /^[A-Z][a-z]+$/.test(word);
    return dayOrMonth.test(word.toLowerCase())
      ? isCapital
      : /^[a-z]+$/.test(word) || (opening && at === 0 && isCapital);
  });
}

/** Whether a second time follows: `Monday and Tuesday`, `from Monday to Friday`; then neither is the time. */
function isDrawnOut({ words }: Stretch, next: number): boolean {
  const [joint, other] = [words[next], words[next + 1]];
  if (joint === undefined || other === undefined || !/^(?:and|or|to|through|until|[-–—])$/u.test(joint.lower))
    return false;
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{N}+|January|February|March|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$/u.test(
    other.text,
  );
}
