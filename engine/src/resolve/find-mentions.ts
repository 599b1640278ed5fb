import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import type { Window } from '../segment/index.ts';
import { kindOfMention, looksOf, type Looks, type MentionKind } from './mention-looks.ts';

/** A span that refers to somebody or something, with what the network needs to link it to others. */
export interface Mention extends Span {
  readonly text: string;
  readonly kind: MentionKind;
  readonly looks: Looks;
  /** A logit for each of the network's mention types. */
  readonly types: Float32Array;
  /** How much it looks like the first mention of its entity, on the scale of the links. */
  readonly newness: number;
  readonly query: Float32Array;
  readonly key: Float32Array;
}

/** Longest mention, in pieces; the same in training. */
const longestMention = 24;

const relative = /^(?:who|whom|whose|which|that)$/iu;

/** A plural: a singular before the pronoun often says what somebody is who was named before (`Keel, a baker who …`). */
const several = /\b(?:\p{Ll}{3,}s|people|those|many|some|most|men|women|others|percent|few|several)$/u;

/** Where the word before an offset ends, a comma between them left out. */
function wordBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < 4 && /[\s,]/u.test(text[end - 1]!)) end--;
  return end;
}

/** Least score of a span for being a mention: even odds. */
const leastScore = 0;

/**
 * Finds the mentions of one window in the network's piece features.
 *
 * @param features - shape `[pieces, features]`, row-major, laid out as `layout.features` says
 * @param wanted - spans that are mentions in any case, those of other windows left out
 * @returns mentions in order of their start, the longer first
 */
export function findMentions(
  text: string,
  window: Window,
  features: Float32Array,
  layout: Manifest['mentions'],
  wanted: readonly Span[],
): Mention[] {
  const pieces = window.ids.length;
  const width = features.length / pieces;
  const at = offsets(layout);
  const value = (piece: number, name: string, index = 0): number => features[piece * width + at.get(name)! + index]!;
  const vector = (piece: number, name: string): Float32Array => {
    const from = piece * width + at.get(name)!;
    return features.subarray(from, from + layout.features[name]!);
  };
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let piece = 0; piece < pieces; piece++) {
    if (window.start[piece]! < 0) continue;
    if (window.first[piece] === 1) starts.set(window.start[piece]!, piece);
    ends.set(window.end[piece]!, piece);
  }
  const pairs = layout.features['left']!;
  const found = new Map<string, [first: number, last: number]>();
  const relatives = new Map(
    wanted
      .filter(({ start, end }) => relative.test(text.slice(start, end)))
      .flatMap(({ start }) => {
        const last = wordBefore(text, start);
        return ends.has(last) && several.test(text.slice(Math.max(0, last - 20), last))
          ? [[ends.get(last)!, { first: -1, score: -Infinity }]]
          : [];
      }),
  );
  for (const first of starts.values()) {
    const left = vector(first, 'left');
    const open = value(first, 'open');
    for (let last = first; last < pieces && last < first + longestMention; last++) {
      if (window.start[last]! < 0) break;
      const endsWord = last + 1 >= pieces || window.start[last + 1]! < 0 || window.first[last + 1] === 1;
      if (!endsWord) continue;
      const right = last * width + at.get('right')!;
      let score = open + value(last, 'close');
      for (let i = 0; i < pairs; i++) score += left[i]! * features[right + i]!;
      if (score >= leastScore) found.set(`${first} ${last}`, [first, last]);
      const meant = relatives.get(last);
      if (meant !== undefined && score > meant.score) relatives.set(last, { first, score });
    }
  }
  // What `voters who` stands for ends right before the pronoun, however unlike a mention it looks: the likeliest such span is one.
  for (const [last, { first }] of relatives) if (first >= 0) found.set(`${first} ${last}`, [first, last]);
  for (const { start, end } of wanted) {
    const first = starts.get(start);
    const last = ends.get(end);
    if (first !== undefined && last !== undefined) found.set(`${first} ${last}`, [first, last]);
  }
  const sum = (first: number, last: number, name: string): Float32Array => {
    const other = vector(last, `${name}_end`);
    return vector(first, `${name}_start`).map((x, i) => x + other[i]!);
  };
  return [...found.values()]
    .map(([first, last]): Mention => {
      const span = { start: window.start[first]!, end: window.end[last]! };
      const words = text.slice(span.start, span.end);
      return {
        ...span,
        text: words,
        kind: kindOfMention(words),
        looks: looksOf(words),
        types: sum(first, last, 'type'),
        newness: sum(first, last, 'new')[0]!,
        query: sum(first, last, 'query'),
        key: sum(first, last, 'key'),
      };
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where each feature starts within a piece's. */
function offsets({ features }: Manifest['mentions']): Map<string, number> {
  const at = new Map<string, number>();
  let next = 0;
  for (const [name, width] of Object.entries(features)) {
    at.set(name, next);
    next += width;
  }
  return at;
}
