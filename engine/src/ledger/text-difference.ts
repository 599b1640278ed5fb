import { countWhile } from '../document/index.ts';

/** A range of the old text that became a range of the new one; either may be empty. */
export type Change = readonly [oldStart: number, oldEnd: number, newStart: number, newEnd: number];

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * What changed from one text to the next, in order: sentences that both have once keep the rest in place, and what lies
 * between two of them is cut down to where it differs.
 *
 * A patience difference: n log n in the number of sentences, so that no pair of texts costs more than reading them.
 */
export function textDifference(before: string, after: string): Change[] {
  const old = piecesOf(before);
  const fresh = piecesOf(after);
  const kept = longestRise(commonPairs(old, fresh));
  const changes: Change[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const [i, j] of kept) {
    addChange(changes, before, after, [oldAt, old[i]!.start, newAt, fresh[j]!.start]);
    [oldAt, newAt] = [old[i]!.end, fresh[j]!.end];
  }
  addChange(changes, before, after, [oldAt, before.length, newAt, after.length]);
  return changes;
}

/** Lines and sentences, roughly cut: only their sameness counts. */
function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(/[^\n.!?]+(?:[.!?]+|\n)?/gu), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    words,
  }));
}

/** Pieces that each text has exactly once, as pairs of their places, in the old order. */
function commonPairs(old: readonly Piece[], fresh: readonly Piece[]): [number, number][] {
  const [placeOld, placeNew] = [placesOnce(old), placesOnce(fresh)];
  return [...placeOld].flatMap(([words, i]): [number, number][] => {
    const j = placeNew.get(words);
    return i < 0 || j === undefined || j < 0 ? [] : [[i, j]];
  });
}

/** Where each piece stands; below 0 where it stands twice. */
function placesOnce(pieces: readonly Piece[]): Map<string, number> {
  const places = new Map<string, number>();
  pieces.forEach(({ words }, at) => places.set(words, places.has(words) ? -1 : at));
  return places;
}

/** The longest run of pairs that rises in both texts (patience sorting). */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], at) => {
    const place = countWhile(tops, (top) => pairs[top]![1] < j);
    if (place > 0) before[at] = tops[place - 1]!;
    tops[place] = at;
  });
  const rise: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) rise.push(pairs[at]!);
  return rise.reverse();
}

function addChange(changes: Change[], before: string, after: string, [oldStart, oldEnd, newStart, newEnd]: Change) {
  let [i, iEnd, j, jEnd] = [oldStart, oldEnd, newStart, newEnd];
  while (i < iEnd && j < jEnd && before.charCodeAt(i) === after.charCodeAt(j)) [i, j] = [i + 1, j + 1];
  while (iEnd > i && jEnd > j && before.charCodeAt(iEnd - 1) === after.charCodeAt(jEnd - 1))
    [iEnd, jEnd] = [iEnd - 1, jEnd - 1];
  if (i < iEnd || j < jEnd) changes.push([i, iEnd, j, jEnd]);
}
