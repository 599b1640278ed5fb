import { finiteVerbs, type FiniteVerb } from './finite-verbs.ts';
import { coordinators, prepositions, relatives, subjectPronouns, subordinators } from './verb-words.ts';
import type { Word } from './words.ts';

const conditions = new Set(['if', 'unless', 'whether', 'lest', 'that', 'than', 'provided', 'assuming']);

/** What comes with these can be cut off from a clause that is whole without it. */
const adjunctive = new Set(['despite', 'amid', 'following', 'by', 'during', 'without', 'before', 'after', 'since']);

/** A stretch of a sentence between two marks or conjunctions. */
export interface Piece {
  readonly words: readonly Word[];
  /** Whether any word of it is somebody's. */
  readonly covered: boolean;
  /** What it begins with, a coordinator left aside. */
  readonly lead: 'plain' | 'subordinator' | 'relative' | 'condition';
  /** Whether `and`, `but` or the like stood at its start. */
  readonly joined: boolean;
  /** What parts it from the words before it: a comma, a stronger mark (or the start of the sentence), or nothing. */
  readonly parted: 'comma' | 'strong' | 'nothing';
  /** Whether nothing parts it from words before it that are somebody's. */
  readonly attached: boolean;
  readonly verbs: readonly FiniteVerb[];
}

/** Cuts a sentence at its marks, and, where words of a piece are somebody's, at the conjunctions in it as well. */
export function cutPieces(words: readonly Word[]): Piece[] {
  const pieces: Piece[] = [];
  let piece: Word[] = [];
  let parted: 'comma' | 'strong' = 'strong';
  const close = (next: 'comma' | 'strong'): void => {
    for (const part of cutCovered(piece, parted)) pieces.push(part);
    if (piece.length > 0 || next === 'strong') parted = next;
    piece = [];
  };
  for (const [index, word] of words.entries()) {
    if (word.lower === '(' && word.covered) {
      close('strong');
      pieces.push(makePiece([word], 'strong', false));
    } else if (word.kind !== 'mark' || !isBoundary(word, words[index - 1], words[index + 1])) piece.push(word);
    else close(word.lower === ',' ? 'comma' : 'strong');
  }
  close('strong');
  return pieces;
}

function isBoundary({ lower, start, end }: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (/^[,;:]$/u.test(lower)) return true;
  if (!/^(?:[—–―-]|--+)$/u.test(lower)) return false;
  // “2010–2014” is a range, and no two pieces.
  return !(
    before?.end === start &&
    after?.start === end &&
    (lower === '-' || (before.kind === 'number' && after.kind === 'number'))
  );
}

function cutCovered(words: readonly Word[], parted: 'comma' | 'strong'): Piece[] {
  if (words.length === 0) return [];
  const cuts = words.some(({ covered }) => covered)
    ? [...words.keys()].filter((at) => at > 0 && cutsBefore(words[at]!, words[at - 1]!, words[at + 1]))
    : [];
  return [0, ...cuts].map((from, index) =>
    makePiece(words.slice(from, cuts[index]), from === 0 ? parted : 'nothing', words[from - 1]?.covered === true),
  );
}

function cutsBefore(word: Word, before: Word, after: Word | undefined): boolean {
  const relative = relatives.has(word.lower) && !prepositions.has(before.lower);
  if (word.covered) return !before.covered && (relative || word.lower === 'that');
  if (coordinators.has(word.lower)) return after !== undefined && (after.covered || startsSubject(after, before));
  if (relative || (prepositions.has(word.lower) && after !== undefined && relatives.has(after.lower))) return true;
  if (subordinators.has(word.lower)) return word.lower !== 'once' && word.lower !== 'even';
  return adjunctive.has(word.lower) && after?.covered === true;
}

/** Whether a clause is likely to begin behind a conjunction: “and the mayor”, “and Rao”, but not “Lund and Rao”. */
function startsSubject(word: Word, before: Word): boolean {
  if (word.capital) return !before.capital && before.kind === 'word';
  return subjectPronouns.has(word.lower) || /^(?:the|an?|his|her|its|their|our|my|these|those)$/u.test(word.lower);
}

function makePiece(words: readonly Word[], parted: Piece['parted'], behindRole: boolean): Piece {
  const covered = words.some((word) => word.covered);
  const joined = words.length > 1 && coordinators.has(words[0]!.lower);
  const rest = joined ? words.slice(1) : words;
  const lead = leadOf(rest, parted === 'strong');
  // A subordinator is no part of the clause's own grammar, and “even though” is two.
  const skipped = lead !== 'subordinator' ? 0 : subordinators.has(rest[1]?.lower ?? '') ? 2 : 1;
  const verbs = covered
    ? []
    : finiteVerbs(rest.slice(skipped)).map((verb) => ({ ...verb, index: verb.index + skipped }));
  return { words: rest, covered, lead, joined, parted, attached: parted === 'nothing' && behindRole, verbs };
}

function leadOf([first, second, third]: readonly Word[], strong: boolean): Piece['lead'] {
  const lower = first!.lower;
  if (lower === 'that' && strong && first!.capital) return 'plain';
  if (conditions.has(lower) || (lower === 'even' && conditions.has(second?.lower ?? ''))) return 'condition';
  // “As improbable as it seems” is no clause of its own.
  if (lower === 'as' && third?.lower === 'as') return 'condition';
  if (subordinators.has(lower))
    return lower === 'even' && !subordinators.has(second?.lower ?? '') ? 'plain' : 'subordinator';
  return relatives.has(lower) ? 'relative' : 'plain';
}
