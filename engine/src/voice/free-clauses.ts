import type { Span } from '../document/index.ts';
import { cutPieces, type Piece } from './cut-pieces.ts';
import { adverbs, auxiliaries, coordinators, prepositions, relatives, sayings, subjectPronouns } from './verb-words.ts';
import type { Word } from './words.ts';

/** Clauses of fewer words are left out: what is left of a sentence so short is a role's adjunct more often than a clause. */
export const leastClauseWords = 4;

/** Stops, and words that lead on to others; some subordinators end a clause as adverbs do (“never before”). */
const leadsOn =
  /^(?:[.!?…]|that|when|because|although|as|whereas|where|until|just|shortly|soon|even|only|than|more|less|largely|mostly|mainly|partly)$/u;

/** Verbs that say little without what goes with them: “The call came after …”. */
const empty = new Set(['came', 'come', 'comes']);

/**
 * Finite clauses of a sentence that lie outside every role, where other words of the sentence are in one.
 *
 * A clause has to be whole: its subject, its verb and what goes with them. Where a role stands in the middle of it, there is
 * none; where a role stands in a part that the clause can do without, the clause ends before that part.
 *
 * @param words - all words and marks of the sentence, in order
 * @returns spans in order, without `and` or `but` in front of them and without marks at their ends
 */
export function freeClauses(words: readonly Word[]): Span[] {
  const { outside, brackets } = partBrackets(words);
  const spans = clausesOf(outside);
  const inside = brackets.filter(leftOut(spans)).flatMap(clausesOf);
  return [...spans, ...inside].sort((a, b) => a.start - b.start);
}

/** Answers, for brackets from left to right, whether none of the spans, in order, holds it. */
function leftOut(spans: readonly Span[]): (bracket: readonly Word[]) => boolean {
  let at = 0;
  return ([first]) => {
    while (at < spans.length && spans[at]!.end <= first!.start) at++;
    return at === spans.length || first!.start < spans[at]!.start;
  };
}

/** The words outside brackets, and those inside each pair; a bracket that is somebody's leaves one covered mark outside. */
function partBrackets(words: readonly Word[]): { outside: Word[]; brackets: Word[][] } {
  const outside: Word[] = [];
  const brackets: Word[][] = [];
  let depth = 0;
  for (const word of words) {
    // A bracket that is itself somebody's parts the clause as well as what stands in it.
    if (word.covered && /^[()[\]]$/u.test(word.lower) && outside.at(-1)?.lower !== '(')
      outside.push({ ...word, lower: '(', kind: 'mark' });
    if (/^[([]$/u.test(word.lower)) {
      if (depth++ === 0) brackets.push([]);
    } else if (/^[)\]]$/u.test(word.lower)) depth = Math.max(0, depth - 1);
    else if (depth > 0) {
      brackets.at(-1)!.push(word);
      if (word.covered && outside.at(-1)?.lower !== '(') outside.push({ ...word, lower: '(', kind: 'mark' });
    } else outside.push(word);
  }
  return { outside, brackets: brackets.filter((bracket) => bracket.length > 0) };
}

function clausesOf(words: readonly Word[]): Span[] {
  const pieces = cutPieces(words);
  // Behind “While Rao doubts it,” a clause may begin without a conjunction; elsewhere what a comma parts from a role is a rest.
  const mayBegin = pieces[0]?.lead === 'subordinator' || prepositions.has(pieces[0]?.words[0]!.lower ?? '');
  const spans: Span[] = [];
  let from = 0;
  for (let at = 0; at <= pieces.length; at++) {
    const piece = pieces[at];
    if (piece !== undefined && !piece.covered && (at === from || !opensAnother(piece))) continue;
    const begun = mayBegin && pieces[from - 1]?.lead !== 'condition';
    const reported = from === 0 && isReport(piece);
    const run = { pieces: pieces.slice(from, at), atStart: from === 0, atEnd: piece === undefined, begun, reported };
    if (at > from) for (const span of clausesOfRun(run)) spans.push(span);
    from = piece?.covered === true ? at + 1 : at;
  }
  return spans;
}

/** Whether a piece begins what belongs to a clause behind it, as in “and while it rained, …”. */
function opensAnother({ joined, lead }: Piece): boolean {
  return joined && (lead === 'subordinator' || lead === 'condition');
}

/** Whether a piece says who said what stands before it, though nobody marked that as said: “It leaked, Rao said”. */
function isReport(piece: Piece | undefined): boolean {
  if (piece?.covered !== true || piece.parted !== 'comma' || piece.joined || piece.lead !== 'plain') return false;
  if (piece.words.some(({ lower }) => lower === 'that' || relatives.has(lower))) return false;
  return piece.words.some(({ lower, covered }) => covered && sayings.has(lower));
}

/** Neighbouring pieces that are nobody's. */
interface Run {
  readonly pieces: readonly Piece[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Whether a clause may begin without a conjunction behind a role. */
  readonly begun: boolean;
  /** Whether it is what somebody said, though nobody marked it. */
  readonly reported: boolean;
}

function clausesOfRun(run: Run): Span[] {
  const { pieces, atStart, atEnd } = run;
  const dependent = [...pieces.keys()].filter((index) => isDependent(pieces[index]!));
  const main = mainClause(run);
  if (main !== null) {
    if (run.reported) return [];
    const first = atStart ? 0 : Math.min(main.first, dependent[0] ?? main.first);
    const last = atEnd
      ? pieces.length - 1
      : pieces.findLastIndex((piece, at) => at === main.last || holdsClause(piece));
    return clauseSpan(pieces.slice(first, last + 1), main.verb, atEnd);
  }
  return dependent.flatMap((index, order) => {
    let end = index + 1;
    if (atEnd && order === dependent.length - 1) while (end < pieces.length && !leavesClause(pieces, end)) end++;
    return clauseSpan(pieces.slice(index, end), mainVerb(pieces[index]!)!, atEnd);
  });
}

/** Whether a piece at the end of a sentence goes with what stands before the last clause, and not with the clause. */
function leavesClause(pieces: readonly Piece[], index: number): boolean {
  const { words, verbs } = pieces[index]!;
  if (prepositions.has(words[0]!.lower)) return true;
  const before = pieces[index - 1]!;
  // “as Rao, a lawyer, was leaving” goes on; “which is used for steel, has risen” does not.
  return verbs[0] !== undefined && !verbs[0].subject && !(before.lead === 'plain' && before.verbs.length === 0);
}

/** Whether a piece begins as “in a letter posted on Friday” or “leaving a city scarred” do, which have no verb of their own. */
function isAdverbial(first: Word | undefined, second: Word | undefined): boolean {
  if (first === undefined) return false;
  if (prepositions.has(first.lower)) return second?.kind !== 'number';
  return (
    first.lower.length > 5 &&
    first.lower.endsWith('ing') &&
    !/^(?:nothing|anything|something|everything|morning|evening)$/u.test(first.lower)
  );
}

/** The verb of a piece's own clause, its subject in the piece with it. */
function mainVerb({ verbs, lead, words }: Piece): Word | null {
  const begin = words.findIndex(({ lower }) => !adverbs.has(lower));
  const adverbial = lead === 'plain' && isAdverbial(words[begin], words[begin + 1]);
  const verb = verbs.find(({ inner, subject, strength, index }) => {
    if (inner || !subject) return false;
    if (strength === 1 && (lead === 'plain' || (words[index]!.lower.endsWith('s') && !isName(words.slice(1, index)))))
      return false;
    // “In a letter posted on Friday” is none; “In 2014 it leaked” is one.
    return !adverbial || (strength === 3 && subjectPronouns.has(words[index - 1]!.lower));
  });
  if (verb === undefined || (words[0]!.lower === 'as' && /^d(?:id|o|oes)$/u.test(words[verb.index]!.lower)))
    return null;
  return words[verb.index]!;
}

/** Whether words in front of a verb are a name and nothing else; “as Oslo rallies” has a verb, “as the Oslo rallies” none. */
function isName(words: readonly Word[]): boolean {
  return words.length > 0 && words.length < 6 && words.every(({ capital }) => capital);
}

function holdsClause(piece: Piece): boolean {
  return piece.lead !== 'condition' && !piece.attached && mainVerb(piece) !== null;
}

/** Whether a piece is a clause that begins with a subordinator or a relative pronoun. */
function isDependent(piece: Piece): boolean {
  return piece.lead !== 'plain' && holdsClause(piece);
}

/** The first clause of a run that depends on no other: its pieces and its verb. */
function mainClause({ pieces, atStart, begun }: Run): { first: number; last: number; verb: Word } | null {
  let subject = -1;
  let mayBegin = atStart || begun;
  for (const [index, piece] of pieces.entries()) {
    if (piece.lead !== 'plain' || piece.attached) continue;
    mayBegin ||= piece.joined || piece.parted === 'strong';
    const verb = mainVerb(piece);
    if (verb !== null && mayBegin) return { first: opening(pieces, index), last: index, verb };
    // “The dam, which leaks, was closed”: subject and verb in two pieces.
    const [begins] = piece.verbs;
    if (subject >= 0 && begins?.strength === 3 && !begins.inner && !begins.subject && !piece.joined)
      return { first: opening(pieces, subject), last: index, verb: piece.words[begins.index]! };
    if (piece.verbs.length === 0 && mayBegin && !prepositions.has(piece.words[0]!.lower)) subject = index;
  }
  return null;
}

/** Where a main clause opens: with what stands before its subject, back to a conjunction or a strong mark. */
function opening(pieces: readonly Piece[], index: number): number {
  for (let at = index; at >= 0; at--) {
    if (pieces[at]!.joined || pieces[at]!.parted === 'strong') return at;
    if (at < index && isDependent(pieces[at]!)) break;
  }
  return index;
}

function clauseSpan(pieces: readonly Piece[], verb: Word, atEnd: boolean): Span[] {
  if (sayings.has(verb.lower)) return [];
  const words = pieces.flatMap((piece) => piece.words);
  while (words.length > 0 && isEdge(words)) words.pop();
  if (words.filter(({ kind }) => kind === 'word').length < leastClauseWords) return [];
  const after = words.length - 1 - words.indexOf(verb);
  // “The call came”, “The question is”: what makes the clause whole is somebody's.
  if (!atEnd && (empty.has(verb.lower) ? after < 3 : after === 0 && auxiliaries.has(verb.lower))) return [];
  return [{ start: words[0]!.start, end: words.at(-1)!.end }];
}

/** Whether the last of the words is a stop, a mark behind it, or a word that leads on to somebody's. */
function isEdge(words: readonly Word[]): boolean {
  const { lower, kind } = words.at(-1)!;
  if (coordinators.has(lower) || leadsOn.test(lower)) return true;
  if (kind !== 'mark' || !/^["“”'‘’]$/u.test(lower)) return false;
  return /^[.!?…]$/u.test(words.at(-2)?.lower ?? '') || /^[“‘]$/u.test(lower);
}
