import { paragraphSpans, type Span } from '../document/index.ts';
import type { Pieces, WordPiece } from './wordpiece.ts';

/**
 * What the network reads at once: piece ids between [CLS] and [SEP], with [SEP] between paragraphs.
 *
 * `start` and `end` are UTF-16 offsets of the document, -1 for the special pieces.
 */
export interface Window {
  readonly ids: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** 1 for the first piece of a word, 0 for the others. */
  readonly first: readonly number[];
}

const closers = new Set('"\'”’)]»');

/**
 * Packs whole paragraphs, greedily, into windows of at most `size` pieces. A paragraph too long for one is cut after the
 * last sentence end that fits, else before the last word that does. Twin of `training/according_training/windows.py`.
 *
 * @param paragraphs - what to read of the text, where it is not all of it
 */
export function cutWindows(
  text: string,
  wordPiece: WordPiece,
  size: number,
  paragraphs: readonly Span[] = paragraphSpans(text),
): Window[] {
  const windows: Window[] = [];
  let current: { ids: number[]; start: number[]; end: number[]; first: number[] } | null = null;
  for (const paragraph of paragraphs) {
    const pieces = wordPiece.encode(text, paragraph.start, paragraph.end);
    if (pieces.ids.length === 0) continue;
    for (const [from, to] of cutPieces(text, pieces, size - 2)) {
      if (current !== null && current.ids.length + (to - from) + 1 > size) {
        windows.push(current);
        current = null;
      }
      current ??= { ids: [wordPiece.cls], start: [-1], end: [-1], first: [0] };
      for (let i = from; i < to; i++) {
        current.ids.push(pieces.ids[i]!);
        current.start.push(pieces.start[i]!);
        current.end.push(pieces.end[i]!);
        current.first.push(pieces.first[i]!);
      }
      current.ids.push(wordPiece.sep);
      current.start.push(-1);
      current.end.push(-1);
      current.first.push(0);
    }
  }
  if (current !== null) windows.push(current);
  return windows;
}

/** Ranges of pieces, each at most `room` long, in order and without gaps. */
function cutPieces(text: string, pieces: Pieces, room: number): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  while (pieces.ids.length - from > room) {
    const to = findCut(text, pieces, from, room);
    ranges.push([from, to]);
    from = to;
  }
  ranges.push([from, pieces.ids.length]);
  return ranges;
}

function findCut(text: string, pieces: Pieces, from: number, room: number): number {
  let wordCut = 0;
  for (let at = from + room; at > from; at--) {
    if (pieces.first[at] === 0) continue;
    wordCut ||= at;
    if (endsSentence(text, pieces, from, at)) return at;
    // A sentence end in the first third would leave a window mostly empty; better cut a sentence in two.
    if (at - from < Math.floor(room / 3)) break;
  }
  return wordCut || from + room;
}

/** Whether a sentence ends before piece `at`: a stop, closing marks after it, and a space. */
function endsSentence(text: string, pieces: Pieces, from: number, at: number): boolean {
  let last = at - 1;
  while (last > from && isCloser(text, pieces, last)) last--;
  return '.!?'.includes(text[pieces.end[last]! - 1]!) && pieces.end[at - 1]! < pieces.start[at]!;
}

function isCloser(text: string, pieces: Pieces, index: number): boolean {
  return pieces.end[index]! - pieces.start[index]! === 1 && closers.has(text[pieces.start[index]!]!);
}
