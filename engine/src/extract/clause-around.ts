import type { Span } from '../document/index.ts';

const token = /[\p{L}\p{N}$€£](?:[\p{L}\p{M}\p{N}%]|[’'.,:&-](?=[\p{L}\p{N}]))*|--+|\S/gu;

/** Words that open the clause which a hedge stands in; the clause begins behind them. */
const opens = /^(?:while|although|though|because|when|whether|that|if|unless|how|why|where|but|yet)$/u;
/** The same, but where no subject follows they are prepositions: “the mayor since 1990”. */
const mayOpen = /^(?:after|before|since|until|as)$/u;
/** Words behind a comma that begin another clause than the hedged one. */
const leads =
  /^(?:while|although|though|because|when|where|since|as|according|which|who|whose|whom|but|yet|so|after|before|until|prompting|adding|saying)$/u;
/** The same without a comma, given a subject. */
const joins = /^(?:while|although|though|whereas|but|as)$/u;
/** What opens a clause behind which the main one follows: “While Rao is said to be ill, the port is open.” */
const dependent = /^(?:while|although|though|because|when|if|as|with|after|since)$/u;
/** Adverbs in front of a conjunction: “even as”. */
const leadsOn = /^(?:even|just|only|shortly|soon)$/u;
/** What stands between a subject and the hedge. */
const between =
  /^(?:is|are|was|were|has|have|had|been|being|be|will|would|could|can|may|might|did|do|does|also|now|not|then|later|even|never|still)$/u;
const relative = /^(?:who|which|that)$/u;
const pronoun = /^(?:i|he|she|it|we|they|you)$/u;
const determiner = /^(?:the|an?|this|these|those|his|her|its|their|our|my|some|many|both|no|one|two|three|several)$/u;
const place = /^(?:in|on|at|by|during|since|last)$/u;
const beginsAdjunct = /ing$|^(?:to|for|by|in|on|at|with|from|because|after|over|as|about)$/u;
const strong = /^(?:[;:([]|[—–―-]|--+)$/u;

/** Words looked at on either side of a hedge; hardly a clause is longer. */
const mostWords = 120;
/** Words of an apposition, “Rao, the head of the port since May, reportedly left”. */
const longestApposition = 15;

interface Word extends Span {
  readonly form: string;
  readonly lower: string;
}

/**
 * The clause that a hedge stands in, without the hedge: one piece before it, one behind it, or both.
 *
 * What stands in front of the subject is left out as far as marks and conjunctions tell, and so is what another conjunction
 * joins to the clause behind it.
 */
export function clauseAround(text: string, sentence: Span, cue: Span): Span[] {
  const before = wordsBetween(text, sentence.start, cue.start).slice(-mostWords);
  const after = wordsBetween(text, cue.end, sentence.end).slice(0, mostWords);
  // “It is said that …” has no subject, and “it” belongs to the hedge.
  const impersonal = after[0]?.lower === 'that' || (before.length === 0 && after[0]?.form === ',');
  const subject = beginning(before, after[0]);
  const opener = before.findLast(({ end }) => end <= (subject[0]?.start ?? cue.start))?.lower ?? '';
  const aside = opener === ',' && subject[0] !== undefined && relative.test(subject[0].lower);
  const behind = ending(after, aside ? 'comma' : dependent.test(opener) ? 'subject' : 'clause');
  return [impersonal ? [] : subject, behind].flatMap((words) => {
    const [first] = words;
    const last = words.findLast(({ form }) => form !== ',');
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

function wordsBetween(text: string, start: number, end: number): Word[] {
  return Array.from(text.slice(start, end).matchAll(token), ({ index, 0: form }) => ({
    start: start + index,
    end: start + index + form.length,
    form,
    lower: form.toLowerCase(),
  }));
}

/** The words of a clause in front of its hedge, given all those of the sentence in front of it. */
function beginning(sentence: readonly Word[], next: Word | undefined): readonly Word[] {
  const behindComma = sentence.at(-1)?.form === ',';
  // “The port has cut its staff, reportedly leaving nine”: the hedge begins an adjunct.
  if (behindComma && next !== undefined && beginsAdjunct.test(next.lower)) return [];
  const words = behindComma && next?.form === ',' ? sentence.slice(0, -1) : sentence;
  /** Where the subject ends, at the latest. */
  let subject = words.length;
  while (subject > 0 && between.test(words[subject - 1]!.lower)) subject--;
  const last = words[subject - 1];
  if (last === undefined) return words;
  if (relative.test(last.lower) || (words !== sentence && /^(?:where|when)$/u.test(last.lower)))
    return words.slice(subject - 1);
  if (/^(?:and|or|but)$/u.test(last.lower)) return words.slice(subject);
  let start = startOf(words, subject);
  if (start >= words.length) return [];
  while (start < subject - 1 && /^(?:and|but|yet|so|or|still|then|now)$/u.test(words[start]!.lower)) start++;
  // “With Rao reportedly leaving”
  if (words[start]!.lower === 'with' && next?.lower.endsWith('ing') === true) start++;
  if (pronoun.test(last.lower) && start < subject - 1) start = objectOf(words, start, subject - 1);
  return words.slice(start);
}

/** Where the clause begins whose subject ends at `subject`. */
function startOf(words: readonly Word[], subject: number): number {
  for (let at = subject - 1; at >= 0; at--) {
    const { lower } = words[at]!;
    if (lower === ')') {
      while (at > 0 && words[at]!.lower !== '(') at--;
      continue;
    }
    if (strong.test(lower)) return at + 1;
    if (lower === ',') {
      if (at < subject - 1) return at + 1;
      // A comma right in front of the verb ends an apposition; the subject stands before it.
      const opening = appositionFrom(words, at);
      if (/^(?:and|or)$/u.test(words[opening + 1]?.lower ?? '')) return opening + 1;
      if (opening >= 0) at = opening;
    } else if (opens.test(lower) && at < subject - 1) return at + 1;
    else if (mayOpen.test(lower) && at < subject - 1 && beginsSubject(words[at + 1]!)) return at + 1;
  }
  return 0;
}

/** The comma in front of an apposition that ends with the comma at `end`, or -1. */
function appositionFrom(words: readonly Word[], end: number): number {
  for (let at = end - 1; at > 0 && at >= end - longestApposition; at--) if (words[at]!.form === ',') return at;
  return -1;
}

/** Where “the letter that he” begins in front of a hedge, the pronoun standing at `at`; the pronoun itself where nothing does. */
function objectOf(words: readonly Word[], start: number, at: number): number {
  for (let from = at - 1; from >= start && from >= at - 5; from--) {
    if (!determiner.test(words[from]!.lower)) continue;
    return place.test(words[from - 1]?.lower ?? '') ? at : from;
  }
  return at;
}

/**
 * The words of a clause behind its hedge, given all those of the sentence behind it.
 *
 * @param until - what ends the clause behind a comma: the comma alone (“Rao, who reportedly left, said”), the subject of the
 *   main clause (“While Rao reportedly left, she …”), or only what begins a clause anew
 */
function ending(sentence: readonly Word[], until: 'comma' | 'subject' | 'clause'): Word[] {
  const words = sentence[0]?.form === ',' ? sentence.slice(1) : [...sentence];
  let end = 0;
  for (; end < words.length; end++) {
    const { lower } = words[end]!;
    const next = words[end + 1];
    if (lower === '(') while (end < words.length - 1 && words[end]!.lower !== ')') end++;
    else if (lower === ')' || strong.test(lower)) break;
    else if (lower === ',' && (next === undefined || until === 'comma' || beginsAnother(next, words[end + 2], until)))
      break;
    else if (joins.test(lower) && end > 0 && next !== undefined && beginsSubject(next) && !/^an?$/u.test(next.lower))
      break;
  }
  const clause = words.slice(0, end);
  while (clause.length > 0 && isEdge(clause)) clause.pop();
  return clause;
}

/** Whether behind a comma another clause than the hedged one begins. */
function beginsAnother(word: Word, next: Word | undefined, until: 'subject' | 'clause'): boolean {
  if (leads.test(word.lower) || (until === 'subject' && beginsSubject(word))) return true;
  if (
    /.{3}ing$/u.test(word.lower) &&
    !/^(?:including|being|during|nothing|anything|something|everything)$/u.test(word.lower)
  )
    return true;
  return word.lower === 'and' && next !== undefined && (pronoun.test(next.lower) || determiner.test(next.lower));
}

function beginsSubject({ lower, form }: Word): boolean {
  return pronoun.test(lower) || determiner.test(lower) || /^\p{Lu}/u.test(form);
}

/** Whether the last word is a stop, a comma, or a mark that closes nothing within the clause. */
function isEdge(words: readonly Word[]): boolean {
  const { form } = words.at(-1)!;
  if (/^[.!?…,]$/u.test(form) || leadsOn.test(form)) return true;
  if (form === '”') return !words.some((word) => word.form === '“');
  return form === '"' && words.filter((word) => word.form === '"').length % 2 === 1;
}
