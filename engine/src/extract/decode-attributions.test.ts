import { describe, expect, it } from 'vitest';
import type { WindowScores } from '../inference/index.ts';
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

const manifest = {
  transition: Array.from({ length: 4 }, () => [0, 0, 0, 0]),
  first: [0, 0, 0, 0],
  meaning: {
    stances: ['asserts', 'denies', 'doubts'],
    distances: ['neutral', 'distancing'],
    sourceTypes: ['person', 'none'],
    link: 2,
  },
};
const meaningWidth = 3 + 2 + 2 + 2 * 2;

interface Anchor {
  readonly at: number;
  readonly probability: number;
  readonly pattern: string;
}

/** Scores that make each piece's label certain: s, c, t for source, cue, content, - for nothing. */
function certain(pattern: string): number[] {
  return [...pattern].flatMap((letter) => ['-', 's', 'c', 't'].map((label) => (label === letter ? 5 : 0)));
}

/** What a network might say; the meaning of anchor n is 100 n, 100 n + 1, … */
function scoresOf(anchors: readonly Anchor[]): WindowScores {
  return {
    anchors: Int32Array.from(anchors, ({ at }) => at),
    probability: Float32Array.from(anchors, ({ probability }) => probability),
    roleScores: Float32Array.from(anchors.flatMap(({ pattern }) => certain(pattern))),
    meaning: Float32Array.from(
      anchors.flatMap((_, row) => Array.from({ length: meaningWidth }, (__, i) => 100 * row + i)),
    ),
    mentions: new Float32Array(),
  };
}

function decode(anchors: readonly Anchor[]): string[] {
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return decodeAttributions(window, scoresOf(anchors), manifest).map(({ source, cue, content }) =>
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

  it('gives each attribution its own row of meaning, cut into its parts', () => {
    const found = decodeAttributions(
      window,
      scoresOf([
        { at: 2, probability: 0.5, pattern: '-sct-----' },
        { at: 6, probability: 0.75, pattern: '-----sct-' },
      ]),
      manifest,
    );
    expect(found.map(({ probability, meaning }) => [probability, meaning])).toEqual([
      [
        0.75,
        {
          stance: [100, 101, 102],
          distance: [103, 104],
          sourceType: [105, 106],
          react: Float32Array.of(107, 108),
          claim: Float32Array.of(109, 110),
        },
      ],
      [
        0.5,
        {
          stance: [0, 1, 2],
          distance: [3, 4],
          sourceType: [5, 6],
          react: Float32Array.of(7, 8),
          claim: Float32Array.of(9, 10),
        },
      ],
    ]);
  });

  it('keeps no part of the window’s scores alive', () => {
    const scores = scoresOf([{ at: 2, probability: 0.9, pattern: '-sct-----' }]);
    const [found] = decodeAttributions(window, scores, manifest);
    expect(found!.meaning!.react.buffer).not.toBe(scores.meaning.buffer);
    expect(found!.meaning!.claim.buffer.byteLength).toBe(2 * 4);
  });

  describe('roleCertainty', () => {
    /** How sure the roles are where `change` has its way with the scores of the pieces. */
    function certaintyOf(pattern: string, change: (scores: Float32Array) => void = () => {}): number {
      const scores = scoresOf([{ at: 2, probability: 0.9, pattern }]);
      change(scores.roleScores);
      return decodeAttributions(window, scores, manifest)[0]!.roleCertainty!;
    }
    const certainty = 1 / (1 + 3 * Math.exp(-5));

    it('is the probability of a role where all are equally sure', () => {
      expect(certaintyOf('-sct-----')).toBeCloseTo(certainty, 6);
    });

    it('is the mean of pieces with a role, those without one left out', () => {
      // The source's score falls to that of nothing; so, at a piece without a role, does everything.
      const mean = certaintyOf('-sct-----', (scores) => {
        scores[1 * 4 + 1] = 0.001;
        for (let label = 0; label < 4; label++) scores[5 * 4 + label] = 0;
      });
      expect(mean).toBeCloseTo((2 * certainty + 0.25) / 3, 3);
    });

    it('is low where nothing but its anchor makes a piece a cue', () => {
      expect(certaintyOf('-s-t-----')).toBeCloseTo((2 * certainty + Math.exp(-5) * certainty) / 3, 6);
    });

    it('is a number whatever the scores', () => {
      expect(
        certaintyOf('-sct-----', (scores) => {
          scores[2 * 4] = 3e38;
        }),
      ).toBeCloseTo((2 * certainty) / 3, 6);
    });
  });
});
