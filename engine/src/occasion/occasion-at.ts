import type { Span } from '../document/index.ts';
import { isSomebody, nounPhraseAt } from './noun-phrase-at.ts';
import { placeAt, type PlaceFound } from './place-at.ts';
import { isCapitalised, isPossessive, isWord, type Stretch, type Word } from './stretch.ts';
import { modifyingTimeAt, timeAt } from './time-at.ts';
import {
  bareTextNouns,
  channelNouns,
  determiners,
  eventNouns,
  functionWords,
  ingNouns,
  isOutlet,
  partsOf,
  textNouns,
} from './word-lists.ts';

/** An occasion, preposition included, with what stands inside it. */
export interface OccasionFound {
  readonly span: Span;
  /** In `a 2015 interview`. */
  readonly time: Span | null;
  /** In `a rally in Iowa`. */
  readonly place: Span | null;
  /** In `a letter to the court`. */
  readonly addressee: Span | null;
  /** Whether it is a text or a recording, and not an event. */
  readonly isText: boolean;
  readonly next: number;
}

/** On what occasion or by what means something is said, from this word on: `in an interview with the Daily Post`, `by phone`. */
export function occasionAt(stretch: Stretch, index: number): OccasionFound | null {
  const { words, text } = stretch;
  const first = words[index];
  if (first === undefined) return null;
  const fixed = fixedAt(stretch, index);
  if (fixed !== null) return fixed;
  if (
    first.lower === 'on' &&
    /^on the (?:sidelines|margins|fringes) of /iu.test(text.slice(first.start, first.start + 24))
  ) {
    const phrase = nounPhraseAt(stretch, index + 4);
    if (phrase === null || phrase.isPronoun) return null;
    return within(stretch, index, phrase.next, { time: null, isText: false, head: phrase.head });
  }
  const nouns = nounsAfter(first.lower);
  if (nouns === null) return null;
  const found = headAt(stretch, index + 1, nouns, first.lower === 'on');
  if (found === null) return null;
  if (first.lower === 'in' && isIdiom(words, index + 1, found.head, found.next)) return null;
  return within(stretch, index, found.next, {
    time: found.time,
    isText: textNouns.has(found.head.lower) && !(eventNouns.has(found.head.lower) && first.lower !== 'in'),
    head: found.head,
  });
}

/** An event that was itself told something: `a news conference`, from this word on. */
export function eventAt(stretch: Stretch, index: number): OccasionFound | null {
  const found = headAt(stretch, index, [eventNouns], false);
  if (
    found === null ||
    /^(?:panel|assembly|caucus|show|program|programme|broadcast|podcast)$/u.test(found.head.lower) ||
    !determiners.has(stretch.words[index]!.lower)
  )
    return null;
  return within(stretch, index, found.next, { time: found.time, isText: false, head: found.head });
}

/** Means that take no article: `by phone`, `via Twitter`, `over dinner`, `in court`, `on Facebook`. */
function fixedAt({ words, text }: Stretch, index: number): OccasionFound | null {
  const first = words[index]!;
  const match =
    /^(?:(?:by|via|over|through) (?:(?:the )?(?:tele)?phone|e-?mail|text(?: message)?|fax|video(?: ?conference| link)?|satellite|Skype|Zoom|Twitter|Facebook|WhatsApp|direct message|lunch|dinner|breakfast)|in court|in (?:court|regulatory|securities|legal) (?:papers|documents|filings)|on (?:Twitter|Facebook|Instagram|YouTube|Snapchat|Reddit|Telegram|Tumblr|LinkedIn|Weibo|TikTok|social media|live (?:television|TV)|(?:state |national |local |public )?(?:television|TV|radio)|the campaign trail|the stump))(?![\p{L}\p{N}’'-])/iu.exec(
      text.slice(first.start, first.start + 48),
    );
  if (match === null) return null;
  const end = first.start + match[0].length;
  let next = index;
  while (next < words.length && words[next]!.start < end) next++;
  const isText = !/court$/iu.test(match[0]);
  return { span: { start: first.start, end }, time: null, place: null, addressee: null, isText, next };
}

function nounsAfter(preposition: string): readonly ReadonlySet<string>[] | null {
  switch (preposition) {
    case 'in':
      return [textNouns, eventNouns];
    case 'at':
      return [eventNouns];
    case 'during':
      return [eventNouns, textNouns, new Set(['campaign', 'primaries', 'questioning'])];
    case 'on':
      return [channelNouns];
    case 'via':
    case 'through':
      return [new Set(['statement', 'tweet', 'tweets', 'video', 'message', 'e-mail', 'email'])];
    default:
      return null;
  }
}

/** A noun of these lists with what stands before it: `a closely watched [speech]`, `Monday’s presidential [debate]`. */
function headAt(
  stretch: Stretch,
  index: number,
  nouns: readonly ReadonlySet<string>[],
  allowsOutlets: boolean,
): { readonly head: Word; readonly time: Span | null; readonly next: number } | null {
  const { words } = stretch;
  let time: Span | null = null;
  let at = index;
  const isDetermined =
    determiners.has(words[at]?.lower ?? '') && words[at]!.lower !== 'that' && modifyingTimeAt(stretch, at) === null;
  if (isDetermined) at++;
  let hasPossessor = false;
  let last = -1;
  const from = at;
  for (; at < words.length && at - from < 8; at++) {
    const word = words[at]!;
    if (time === null && !hasHead(words, last, nouns)) {
      const found = modifyingTimeAt(stretch, at);
      if (found !== null && found.next < words.length) {
        time = found.span;
        hasPossessor ||= /^['’]/u.test(stretch.text.slice(found.span.end, found.span.end + 1));
        at = found.next - 1;
        // The possessive ending may be a mark of its own.
        while (/^(?:['’]s?|s)$/u.test(words[at + 1]?.text ?? '')) at++;
        continue;
      }
    }
    if (/^["“]$/u.test(word.text) && last >= from - 1) {
      const close = words.findIndex(({ text }, number) => number > at && /^["”]$/u.test(text));
      if (close < 0 || close - at > 8) break;
      at = last = close;
      if (words[close - 1]!.text === ',') break;
      continue;
    }
    if (allowsOutlets && at > from && isWithinTitle(words, at)) continue;
    if (!isWord(word) || functionWords.has(word.lower)) break;
    if (word.lower === 'of' && !partsOf.has(words[last]?.lower ?? '')) break;
    if (word.lower === 'of' && determiners.has(words[at + 1]?.lower ?? '')) at++;
    const isHead = isHeadAt(words, at, nouns);
    if (word.lower.endsWith('ly') && at > from && !isHead) break;
    // “a rally broadcast on television”
    if (word.lower === 'broadcast' && hasHead(words, last, nouns)) break;
    if (last >= from && /(?:ed|ing)$/u.test(word.lower) && !ingNouns.has(word.lower) && hasHead(words, last, nouns))
      break;
    if (at > from && timeAt(stretch, at) !== null) break;
    hasPossessor ||= isPossessive(word);
    last = at;
  }
  if (last < 0) return null;
  let head = words[last]!;
  if (allowsOutlets && nounsHaveOutlet(words.slice(from, last + 1))) return { head, time, next: last + 1 };
  const opensQuote = /^["”]$/u.test(head.text);
  if (opensQuote) head = words.slice(from, last).findLast(({ lower }) => nouns.some((set) => set.has(lower))) ?? head;
  const isBare = !isDetermined && !hasPossessor && time === null;
  if (!nouns.some((set) => set.has(head.lower)) && !isHeadAt(words, last, nouns)) return null;
  if (isBare && !(nouns.includes(textNouns) && bareTextNouns.has(head.lower))) return null;
  return { head, time, next: last + 1 };
}

/** Whether a small word stands amid a title: `NBC’s Meet the Press`, `State of the Union`. */
function isWithinTitle(words: readonly Word[], at: number): boolean {
  if (!/^(?:the|of|with|and|to)$/u.test(words[at]!.text)) return false;
  const [before, next, third] = [words[at - 1]!, words[at + 1], words[at + 2]];
  if (next === undefined) return false;
  if (before.text === 'of') return isCapitalised(next);
  return (
    isCapitalised(before) &&
    (isCapitalised(next) || (next.text === 'the' && third !== undefined && isCapitalised(third)))
  );
}

function hasHead(words: readonly Word[], last: number, nouns: readonly ReadonlySet<string>[]): boolean {
  return last >= 0 && isHeadAt(words, last, nouns);
}

/** Whether a word is one of these nouns; “hall” is an event only in “town hall”. */
function isHeadAt(words: readonly Word[], at: number, nouns: readonly ReadonlySet<string>[]): boolean {
  const { lower } = words[at]!;
  if (lower === 'hall') return nouns.includes(eventNouns) && words[at - 1]?.lower === 'town';
  return nouns.some((set) => set.has(lower));
}

/** `CNN`, `ABC’s “This Week”`, `Fox News`; not `a Fox viewer`. */
function nounsHaveOutlet(words: readonly Word[]): boolean {
  return (
    words.some(({ lower }) => isOutlet(lower)) &&
    words.every(
      (word) =>
        !isWord(word) ||
        !/^\p{Ll}/u.test(word.text) ||
        /^(?:the|of|show|program|programme|and|with|to)$/u.test(word.lower),
    ) &&
    !isPossessive(words.at(-1)!)
  );
}

/** `in his opinion`, `in response`, `in a call for calm`, `in order` are no occasions. */
function isIdiom(words: readonly Word[], index: number, head: Word, next: number): boolean {
  const following = words[next]?.lower ?? '';
  if (head.lower === 'opinion' && /^(?:his|her|my|their|our|your|its)$/u.test(words[index]!.lower)) return true;
  if (
    /^(?:response|reply|note|release|event|appearance|visit|address|tour)$/u.test(head.lower) &&
    /^(?:the|no|any)$/u.test(words[index]!.lower)
  )
    return true;
  if (/^(?:call|decision|motion|response|reply|order|move|conversation|exchange)$/u.test(head.lower))
    return /^(?:to|for)$/u.test(following);
  return false;
}

const addressing = new Set([
  'letter',
  'letters',
  'e-mail',
  'e-mails',
  'email',
  'emails',
  'message',
  'messages',
  'memo',
  'note',
  'memorandum',
]);
const speaking = new Set([
  'statement',
  'speech',
  'address',
  'remarks',
  'comments',
  'testimony',
  'keynote',
  'lecture',
  'presentation',
  'report',
  'text',
  'texts',
  'dispatch',
  'interview',
]);

/** Lets an occasion go on over what belongs to its noun: `with the Daily Post`, `of the assembly`, `in Iowa`. */
function within(
  stretch: Stretch,
  index: number,
  behindHead: number,
  { time, isText, head }: { readonly time: Span | null; readonly isText: boolean; readonly head: Word },
): OccasionFound {
  const { words } = stretch;
  let next = behindHead;
  let place: Span | null = null;
  let addressee: Span | null = null;
  let innerTime = time;
  for (;;) {
    const preposition = words[next];
    if (preposition === undefined || next - index > 30) break;
    const late: Span | null = innerTime === null ? (timeAt(stretch, next)?.span ?? null) : null;
    // “in an interview Tuesday with the Daily Post”
    if (late !== null && preposition.lower !== 'in') {
      const behind = timeAt(stretch, next)!.next;
      if (!/^(?:with|to)$/u.test(words[behind]?.lower ?? '')) break;
      const phrase = nounPhraseAt(stretch, behind + 1);
      if (phrase === null || !isSomebody(phrase)) break;
      innerTime = late;
      if (words[behind]!.lower === 'to' && isAddressing(head, phrase)) addressee = phrase.span;
      next = phrase.next;
      continue;
    }
    if (
      !/^(?:of|with|to|for|by|about|before|between|against|marking|honoring|honouring|hosted|on|from|in|at|outside)$/u.test(
        preposition.lower,
      )
    )
      break;
    if (timeAt(stretch, next) !== null) break;
    if (/^(?:in|at|outside|from)$/u.test(preposition.lower)) {
      const outer: OccasionFound | null = preposition.lower === 'at' && !isText ? occasionAt(stretch, next) : null;
      if (outer !== null) {
        // “a speech at the convention in Oslo”
        innerTime ??= outer.time;
        place ??= outer.place;
        next = outer.next;
        break;
      }
      const where: PlaceFound | null = isText || place !== null ? null : placeAt(stretch, next);
      if (where === null) break;
      place = where.span;
      next = where.next;
      continue;
    }
    if (
      /^(?:on|by|for|about|against)$/u.test(preposition.lower) &&
      (occasionAt(stretch, next) !== null || placeAt(stretch, next) !== null)
    )
      break;
    const from = preposition.lower === 'hosted' ? next + 2 : next + 1;
    if (preposition.lower === 'hosted' && words[next + 1]?.lower !== 'by') break;
    const phrase = nounPhraseAt(stretch, from);
    if (phrase === null) break;
    if (/^(?:for|by|against)$/u.test(preposition.lower) && !isSomebody(phrase)) break;
    // “in a statement to be released”, “a call for voters to unite”: no noun phrase, or one that goes on as a clause.
    if (preposition.lower === 'for' && /^(?:to|not)$/u.test(words[phrase.next]?.lower ?? '')) break;
    if (preposition.lower === 'before' && !/^(?:testimony|appearance|speech|hearing|remarks)$/u.test(head.lower)) break;
    if (preposition.lower === 'to' || (preposition.lower === 'before' && head.lower === 'testimony')) {
      if (!addressee && isAddressing(head, phrase)) addressee = phrase.span;
      else if (preposition.lower === 'to' && !/^(?:visit|trip|tour|response|reply|call)$/u.test(head.lower)) break;
    }
    next = phrase.next;
  }
  const end = words[next - 1]!;
  return { span: { start: words[index]!.start, end: end.end }, time: innerTime, place, addressee, isText, next };
}

function isAddressing(head: Word, phrase: NonNullable<ReturnType<typeof nounPhraseAt>>): boolean {
  if (addressing.has(head.lower)) return isSomebody(phrase) || /^\p{Lu}/u.test(phrase.head.text);
  return speaking.has(head.lower) && isSomebody(phrase);
}
