import type { RoleSpans } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';

/** The paragraph of a cue, as far as it matters, and the roles in it. */
export interface Surroundings extends RoleSpans {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the cue is little more than a verb of speaking, so that a place beside it is where somebody spoke. */
  readonly speaks: boolean;
  /** Whether the cue is about what is to come, so that a time beside it is not when somebody spoke. */
  readonly looksAhead: boolean;
}

/** How far around a cue its circumstances are looked for, in characters; three long lines of a newspaper’s text. */
export const reach = 300;

const speaking =
  /(?<![\p{L}])(?:sa(?:id|ys|ying|y)|t(?:old|ell)|sp(?:oke|eak)|ask|announc|declar|argu|insist|add(?:ed|ing|s)|repeat|explain|comment|remark|testif|shout|jok(?:ed|ing|es)|warn|urg|pledg|vow|promis|admit|acknowledg|confirm|den(?:ied|ies|y)|claim|boast|complain|recall|lament|respond|repl(?:ied|ies|y)|not(?:ed|es|ing)|stress|address|discuss|talk|observ|quip)/iu;
const lookingAhead =
  /(?<![\p{L}])(?:expect|plan|schedul|hop(?:e|ing)|intend|set to|aim|prepar|want|due|likely|wait|await|look(?:s|ing)? forward|will\s|shall\s|(?:about|going) to\s)|['’]ll\s/iu;

/** What surrounds an attribution’s cue; `null` where it has none, or one that is strewn over more than a few lines. */
export function surroundingsOf(text: string, { source, cue, content }: RoleSpans): Surroundings | null {
  const [first, last] = [cue[0], cue.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > 3 * reach) return null;
  const start = paragraphStart(text, first.start);
  const end = paragraphEnd(text, last.end);
  const inside = (span: Span): boolean => span.start < end && span.end > start;
  const words = cue.map((span) => text.slice(span.start, span.end)).join(' ');
  return {
    text,
    start,
    end,
    source: source.filter(inside),
    cue,
    content: content.filter(inside),
    speaks: words.split(/\s+/u).length <= 5 && speaking.test(words),
    looksAhead: lookingAhead.test(words) || /^(?:to|not to)\s/iu.test(words),
  };
}

function paragraphStart(text: string, from: number): number {
  const least = Math.max(0, from - 2 * reach);
  for (let at = from; at > least; at--) if (isBreak(text.charCodeAt(at - 1))) return at;
  return least;
}

function paragraphEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + 2 * reach);
  for (let at = from; at < most; at++) if (isBreak(text.charCodeAt(at))) return at;
  return most;
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Where the sentence of a span surely ends, behind a word in small letters; or as far as we look. */
export function sentenceEnd(text: string, { start, end }: Span): number {
  const before = Math.max(start, end - 20);
  const found = /(?<![\p{L}\p{N}.])\p{Ll}{2,}[.!?]["”’]?\s/u.exec(text.slice(before, end + reach));
  return found === null || before + found.index + found[0].length < end
    ? end + reach
    : before + found.index + found[0].length;
}

/** Where the sentence that goes on to this character begins, not before `least`. */
export function sentenceStart(text: string, least: number, end: number): number {
  let start = least;
  for (const { 0: found, index } of text.slice(least, end).matchAll(/\p{Ll}{3}[.!?]["”’)]*\s+(?=\S)/gu))
    start = least + index + found.length;
  return start;
}

/** Where the next of these spans begins at or after this character, or `otherwise`. */
export function nextStart(spans: readonly Span[], from: number, otherwise: number): number {
  return spans.reduce((least, { start }) => (start >= from && start < least ? start : least), otherwise);
}
