import {
  adverbs,
  auxiliaries,
  coordinators,
  determiners,
  intransitive,
  notPast,
  nounVerbs,
  objectStarts,
  openers,
  participles,
  pastForms,
  prepositions,
  subjectPronouns,
  subordinators,
  verbs,
} from './verb-words.ts';
import type { Word } from './words.ts';

/** A word that is taken for a finite verb. */
export interface FiniteVerb {
  /** Which of the words it is. */
  readonly index: number;
  /** 3: hardly anything else; 2: likely; 1: as likely a participle or a noun. */
  readonly strength: 1 | 2 | 3;
  /** Whether its subject stands before it among the words. */
  readonly subject: boolean;
  /** Whether it is the verb of a clause inside the clause, as in “the man who left”. */
  readonly inner: boolean;
}

/**
 * Finite verbs among the words of a clause or sentence, in order. There is no dictionary behind it, only word lists, endings
 * and the two neighbours of a word: what it calls likely is right more often than not, and what it does not know it leaves out.
 */
export function finiteVerbs(words: readonly Word[]): FiniteVerb[] {
  const found: FiniteVerb[] = [];
  let previous: Word | null = null;
  let open = 0;
  for (const [index, word] of words.entries()) {
    const strength = strengthOf(word, previous, words[index + 1] ?? null);
    if (strength > 0) {
      const last = found.at(-1);
      const coordinated = previous !== null && coordinators.has(previous.lower) && last !== undefined;
      const inner = coordinated ? last.inner : open > 0;
      if (!coordinated && open > 0) open--;
      const begins = previous === null || coordinators.has(previous.lower);
      const subject = coordinated ? last.subject : !begins || carriesSubject(word.lower);
      found.push({ index, strength: strength as 1 | 2 | 3, subject, inner });
    } else if (opensClause(word, previous, words[index + 1] ?? null)) open++;
    if (!isAdverb(word)) previous = word;
  }
  return found;
}

function strengthOf(word: Word, previous: Word | null, next: Word | null): 0 | 1 | 2 | 3 {
  const { lower } = word;
  if (word.kind !== 'word') return 0;
  if (carriesSubject(lower)) return 3;
  const afterTo = previous !== null && (previous.lower === 'to' || isAuxiliary(previous.lower));
  if (auxiliaries.has(lower)) {
    if (previous?.lower === 'to' || (word.capital && previous !== null && (lower === 'may' || lower === 'will')))
      return 0;
    return lower === 'have' && afterTo ? 0 : 3;
  }
  if (afterTo || (word.capital && previous !== null)) return 0;
  const pronoun = previous !== null && subjectPronouns.has(previous.lower);
  const nominal = pronoun || isNominal(previous);
  if (pastForms.has(lower)) return nominal || follows(previous) ? 3 : 1;
  if (
    participles.has(lower) ||
    (lower.length > 3 && lower.endsWith('ed') && !notPast.has(lower) && !lower.includes('-'))
  )
    return strengthOfPast(lower, previous, next, pronoun, nominal);
  return strengthOfPresent(lower, previous, next, pronoun, nominal);
}

function strengthOfPast(
  lower: string,
  previous: Word | null,
  next: Word | null,
  pronoun: boolean,
  nominal: boolean,
): 0 | 1 | 2 | 3 {
  if (next?.lower === 'by' || previous === null) return 0;
  if (pronoun) return 3;
  const object = next !== null && (startsObject(next) || isAdverb(next));
  if (isPronominal(previous.lower)) return object ? 2 : 1;
  if (nominal) return object || (intransitive.has(lower) && next?.lower !== 'of') ? 2 : 1;
  return coordinators.has(previous.lower) || follows(previous) ? 1 : 0;
}

function strengthOfPresent(
  lower: string,
  previous: Word | null,
  next: Word | null,
  pronoun: boolean,
  nominal: boolean,
): 0 | 1 | 2 | 3 {
  const many = pronoun ? !/^(?:he|she|it|this|that)$/u.test(previous!.lower) : previous !== null && isPlural(previous);
  if (previous === null || !(nominal || many || follows(previous) || coordinators.has(previous.lower))) return 0;
  const stem = stemOf(lower);
  const object = next !== null && (startsObject(next) || next.lower === 'to' || isAdverb(next));
  if (stem !== null) {
    if (verbs.has(stem)) return nominal ? (isPlural(previous) && !previous.capital ? 1 : 3) : 1;
    if (!nounVerbs.has(stem)) return 0;
    if (pronoun) return 3;
    if (nominal) return isPlural(previous) && !previous.capital ? 0 : object ? 2 : 1;
    return object ? 1 : 0;
  }
  // No verb that we know, but it looks like one and stands where one would: “Rao pillories the plan”.
  if (/[^su']s$/u.test(lower) && lower.length > 4 && nominal && !isPlural(previous) && object) return 1;
  if (verbs.has(lower)) return many ? (pronoun ? 3 : 2) : 0;
  if (!nounVerbs.has(lower)) return 0;
  if (many) return pronoun || object ? 2 : 1;
  return follows(previous) && object ? 1 : 0;
}

/** Base form of a verb in the third person, or `null`. */
function stemOf(lower: string): string | null {
  if (!lower.endsWith('s') || lower.endsWith('ss') || lower.endsWith("'s")) return null;
  const stems = [lower.slice(0, -1)];
  if (/(?:s|x|z|ch|sh|o)es$/u.test(lower)) stems.push(lower.slice(0, -2));
  if (lower.endsWith('ies')) stems.push(`${lower.slice(0, -3)}y`);
  return stems.find((stem) => verbs.has(stem) || nounVerbs.has(stem)) ?? null;
}

/** Whether a word opens a clause of its own inside the one it stands in. */
function opensClause(word: Word, previous: Word | null, next: Word | null): boolean {
  if (previous === null) return false;
  if (openers.has(word.lower))
    return next?.lower !== 'to' && !(word.lower === 'that' && prepositions.has(previous.lower));
  if (subordinators.has(word.lower)) {
    // “as a lawyer” opens nothing.
    if (next === null || (word.lower === 'as' && /^an?$/u.test(next.lower))) return false;
    return next.capital || determiners.has(next.lower) || subjectPronouns.has(next.lower);
  }
  // “The letter he wrote”: a pronoun right behind a noun.
  const pronoun = word.lower !== 'this' && word.lower !== 'that' && subjectPronouns.has(word.lower);
  return (
    pronoun && previous.kind === 'word' && isNominal(previous) && !isDay(previous.lower) && !openers.has(previous.lower)
  );
}

function isNominal(word: Word | null): boolean {
  if (word === null) return false;
  if (word.kind === 'number') return true;
  if (word.kind === 'mark') return /^[)”"’'%.\]]$/u.test(word.lower);
  const { lower } = word;
  if (lower.endsWith("'s") || determiners.has(lower) || prepositions.has(lower) || coordinators.has(lower))
    return false;
  return !isAuxiliary(lower) && !isAdverb(word);
}

/** Whether a mark stands before the word behind which a sentence may go on after a remark: “Rao, 42, faces a trial”. */
function follows(previous: Word | null): boolean {
  return previous?.kind === 'mark' && /^(?:,|[—–―-]|--+)$/u.test(previous.lower);
}

/** `he's`, `they'll`: subject and verb in one. */
function carriesSubject(lower: string): boolean {
  return /^(?:i'm|(?:he|she|it|that|there|what|who|where|here|how)'s|(?:i|you|he|she|it|we|they|who|there|that)'(?:re|ve|ll|d))$/u.test(
    lower,
  );
}

function startsObject(word: Word): boolean {
  return word.kind === 'number' || objectStarts.has(word.lower) || word.capital || /^[“"]$/u.test(word.lower);
}

function isPlural({ lower, kind }: Word): boolean {
  if (kind !== 'word' || adverbs.has(lower)) return false;
  if (isPronominal(lower) || /^(?:people|men|women|children|police|others|latter|former|rest|majority)$/u.test(lower))
    return true;
  const stem = stemOf(lower);
  return /[^su'i]s$/u.test(lower) && !(stem !== null && verbs.has(stem) && !nounVerbs.has(stem));
}

/** Words for how many that stand for those who are counted: “some wanted more”. */
function isPronominal(lower: string): boolean {
  return /^(?:some|many|few|several|most|both|all|others|these|those|none)$/u.test(lower);
}

function isAdverb({ lower, kind }: Word): boolean {
  return (
    kind === 'word' &&
    (adverbs.has(lower) ||
      (lower.length > 4 &&
        lower.endsWith('ly') &&
        !/^(?:family|rally|reply|supply|july|italy|assembly|ally|only|apply|rely|imply|comply|belly|bully|jelly|emily|kelly)$/u.test(
          lower,
        )))
  );
}

function isAuxiliary(lower: string): boolean {
  return auxiliaries.has(lower) || carriesSubject(lower) || /^(?:be|been|being|having)$/u.test(lower);
}

function isDay(lower: string): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|tomorrow|yesterday|time|year|day|week|month|once|meanwhile)$/u.test(
    lower,
  );
}
