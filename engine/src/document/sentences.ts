import type { Span } from './span.ts';
import { maybeAbbreviation, neverLast, numbered, startsSentences, timeWords, titles } from './sentence-words.ts';

/** Full stops, one or several, an ellipsis set with spaces included: `. . .` */
const stop = /[.!?…。！？]+(?: \.+)*/gu;

/** What may stand between a stop and the space behind the sentence. */
const closers = new Set(['"', "'", '”', '’', ')', ']', '»']);

/** What may stand before the first letter of a sentence. */
const openers = /^["'“”‘’()[\]«»¿¡—–―•*\s-]{0,8}/u;

/** Longest word looked at before a full stop, and longest stretch looked at behind it; abbreviations and names are shorter. */
const longestWord = 24;
const longestNext = 120;

const speech =
  'said|says|asked|asks|shouted|cried|wrote|added|replied|yelled|tweeted|wondered|exclaimed|told|screamed|declared|answered|responded|demanded|called';
/** `“Stop!” Ms Rao shouted`: the sentence goes on behind the mark. */
const speechTag = new RegExp(
  `^(?:(?:of|de|van|von|bin|al) |\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30},? ){1,6}(?:then |later |once |has |had )?(?:${speech})\\b`,
  'u',
);

/**
 * The sentences of a paragraph of English news, in order, without white space at their ends; together they hold all of it
 * but white space.
 *
 * A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an ellipsis that goes on;
 * closing marks and brackets behind it belong to the sentence. Sentences inside a quotation are sentences of their own.
 * Linear in the length of the paragraph.
 */
export function sentenceSpans(text: string, paragraph: Span): Span[] {
  const line = text.slice(paragraph.start, paragraph.end);
  const spans: Span[] = [];
  let start = line.length - line.trimStart().length;
  for (const match of line.matchAll(stop)) {
    if (match.index < start) continue;
    let end = match.index + match[0].length;
    while (end < line.length && closers.has(line[end]!)) end++;
    let next = end;
    while (next < line.length && isSpace(line.charCodeAt(next))) next++;
    if (next === line.length || !endsSentence(line, start, match, end, next)) continue;
    spans.push({ start: paragraph.start + start, end: paragraph.start + end });
    start = next;
  }
  const end = start + line.slice(start).trimEnd().length;
  if (end > start) spans.push({ start: paragraph.start + start, end: paragraph.start + end });
  return spans;
}

/** Whether a sentence that began at `start` ends with the stop, given that closing marks go to `end` and text on at `next`. */
function endsSentence(line: string, start: number, match: RegExpExecArray, end: number, next: number): boolean {
  const stops = match[0];
  const after = line.slice(next, next + longestNext);
  // An ellipsis at the start of a sentence leaves out what came before it.
  if (match.index - start <= 2 && /^["'“‘([]*$/u.test(line.slice(start, match.index))) return false;
  if (/[。！？]$/u.test(stops)) return true;
  if (next === end) return lacksSpace(line, match.index, end > match.index + stops.length, after);
  const opening = after.slice(openers.exec(after)![0].length);
  // A small letter goes on with the sentence, save in names such as “iPhone”.
  if (/^\p{Ll}(?!\p{Lu})/u.test(opening)) return false;
  const before = line.slice(Math.max(start, match.index - longestWord), match.index);
  if (/[!?]/u.test(stops))
    return !(end > match.index + stops.length && speechTag.test(after)) && !isBrand(before, opening);
  if (stops !== '.') return true;
  const word = /[\p{L}\p{N}\p{M}.&'’-]*$/u.exec(before)![0].replace(/^['’.-]+/u, '');
  // “1.” and “A.” at the start of a sentence number it.
  if (match.index - start <= 3 && /^(?:\p{N}+|\p{Lu}|[IVX]+)$/u.test(line.slice(start, match.index))) return false;
  return end > match.index + 1 || !isAbbreviation(word, before, opening, after);
}

/** Whether the full stop behind `word` is that of an abbreviation in the middle of a sentence. */
function isAbbreviation(word: string, before: string, opening: string, after: string): boolean {
  const lower = word.toLowerCase();
  if (lower === '') return false;
  if (neverLast.has(lower) || (titles.has(lower) && /^\p{Lu}/u.test(word))) return true;
  const number = /^\p{N}/u.test(opening);
  if (numbered.has(lower))
    return number || (lower !== 'no' && lower !== 'sec' && lower !== 'art' && !startsAnew(opening));
  if (/^[–—―-]/u.test(after)) return true;
  if (lower === 'a.m' || lower === 'p.m')
    return number || timeWords.has(firstWord(opening)) || /^(?:\p{Lu}\.){2}/u.test(opening);
  if (word === 'I') return /^\p{Lu}\./u.test(opening);
  const initials = /^(?:\p{L}\.)*\p{L}$/u.test(word) && /^\p{Lu}|\./u.test(word);
  const hyphenated = /-\p{Lu}$/u.test(word) || /\p{Lu}\.\p{Lu}$/u.test(word);
  if (!initials && !hyphenated && !(maybeAbbreviation.has(lower) && /^\p{Lu}|^etc/u.test(word))) return false;
  // “Plan B” and “Group A” end sentences; “John B” does not.
  if (/\b(?:plan|group|vitamin|grade|class|type|part|title) \p{Lu}$/iu.test(before)) return false;
  return !startsAnew(opening);
}

/** Whether the next word is one that begins sentences and no name. */
function startsAnew(opening: string): boolean {
  return startsSentences.has(firstWord(opening));
}

function firstWord(opening: string): string {
  return /^[\p{L}\p{M}'’]{1,20}/u.exec(opening)?.[0].replaceAll('’', "'") ?? '';
}

/** Whether a sentence ends where pages have lost the space: “the group.A spate”, “the group.”A spate”. */
function lacksSpace(line: string, at: number, closed: boolean, after: string): boolean {
  if (!/^[“"‘]?\p{Lu}(?:\p{Ll}|\s)/u.test(after)) return false;
  const word = /[^\s“”"()]*$/u.exec(line.slice(Math.max(0, at - longestWord), at))![0];
  if (closed) return word.length > 1;
  return /^\p{Ll}[\p{Ll}’'-]+$/u.test(word) || (/^\p{L}[\p{Ll}’'-]+$/u.test(word) && startsAnew(after));
}

function isBrand(before: string, opening: string): boolean {
  return /\b(?:Yahoo|Jeopardy|Jeb|Yum|Mamma Mia)$/u.test(before) && !startsAnew(opening);
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code > 0xff && /\s/u.test(String.fromCharCode(code)))
  );
}
