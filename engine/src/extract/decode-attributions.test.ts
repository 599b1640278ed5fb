import { describe, expect, it } from 'vitest';
import type { Window } from '../segment/index.ts';
import { decodeAttributions } from './decode-attributions.ts';

const text = 'Rao said yes and Lund said no';
const starts = [0, 4, 9, 13, 17, 22, 27];
const ends = [3, 8, 12, 16, 21, 26, 29];

const window: Window = {
  ids: [0, 1, 2, 3, 4, 5, 6, 7, 0],
  start: [-1, ...starts, -1],
  end: [-1, ...ends, -1],
  first: [0, 1, 1, 1, 1, 1, 1, 1, 0],
};

const chain = { transition: Array.from({ length: 4 }, () => [0, 0, 0, 0]), first: [0, 0, 0, 0] };

/** Scores that make each piece's label certain: s, c, t for source, cue, content, - for nothing. */
function certain(pattern: string): number[] {
  return [...pattern].flatMap((letter) => ['-', 's', 'c', 't'].map((label) => (label === letter ? 5 : 0)));
}

function decode(anchors: readonly { at: number; probability: number; pattern: string }[]): string[] {
  const scores = {
    anchors: Int32Array.from(anchors, ({ at }) => at),
    probability: Float32Array.from(anchors, ({ probability }) => probability),
    roleScores: Float32Array.from(anchors.flatMap(({ pattern }) => certain(pattern))),
  };
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return decodeAttributions(window, scores, chain).map(({ spans: { source, cue, content } }) =>
    [source, cue, content].map((spans) => spans.map(slice).join(' … ')).join(' | '),
  );
}

describe('decodeAttributions', () => {
  it('links each cue with its own source and content', () => {
    expect(
      decode([
        { at: 2, probability: 0.9, pattern: '-sct-----' },
        { at: 6, probability: 0.8, pattern: '-----sct-' },
      ]),
    ).toEqual(['Rao | said | yes', 'Lund | said | no']);
  });

  it('takes one attribution from several anchors in the same cue, that of the likeliest', () => {
    expect(
      decode([
        { at: 2, probability: 0.6, pattern: '-sc------' },
        { at: 6, probability: 0.9, pattern: '--c---ct-' },
      ]),
    ).toEqual([' | said … said | no']);
  });

  it('passes over an anchor whose cue takes in that of a likelier one', () => {
    expect(
      decode([
        { at: 2, probability: 0.9, pattern: '-sct-----' },
        { at: 3, probability: 0.4, pattern: '-scct----' },
      ]),
    ).toEqual(['Rao | said | yes']);
  });

  it('gives nothing where no piece may anchor', () => {
    expect(decode([])).toEqual([]);
  });

  it('passes over an anchor that is no part of the text', () => {
    expect(decode([{ at: 0, probability: 0.9, pattern: 'c--------' }])).toEqual([]);
  });
});
