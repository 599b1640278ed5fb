import { describe, expect, it } from 'vitest';
import { annotate, type MeaningScores } from '../attribution/index.ts';
import type { Candidate } from './decode-attributions.ts';
import { extractAttributions } from './extract-attributions.ts';

const meaning: MeaningScores = {
  stance: [1, 0],
  distance: [1, 0],
  sourceType: [1, 0],
  react: Float32Array.of(1),
  claim: Float32Array.of(0),
};

/** Reads the notation as what the network found, each with its probability, and gives what becomes of it. */
function extract(notation: string, ...probabilities: number[]): [content: string, probability: number | null][] {
  const { text, attributions } = annotate(notation);
  const candidates = attributions.map((spans, i): Candidate => ({
    ...spans,
    probability: probabilities[i]!,
    roleCertainty: 0.8,
    meaning,
  }));
  return extractAttributions(text, candidates, 0.5).map((found) => {
    const known = found.probability === null ? [null, null] : [0.8, meaning];
    expect([found.roleCertainty, found.meaning]).toEqual(known);
    return [found.content.map(({ start, end }) => text.slice(start, end)).join(' … '), found.probability];
  });
}

describe('extractAttributions', () => {
  it('keeps what the network said of an attribution', () => {
    expect(extract('[Rao](source) [said](cue) [it leaked](content).', 0.9)).toEqual([['it leaked', 0.9]]);
  });

  it('knows nothing of what a rule finds but its spans', () => {
    expect(extract('“We never saw any letters.”')).toEqual([['“We never saw any letters.”', null]]);
  });

  it('makes a quotation that it releases an attribution of its own', () => {
    expect(extract('[“It leaked,”](content) [said](cue) Rao.\n\n[“We never saw any letters.”](content)', 0.9)).toEqual([
      ['“It leaked,”', 0.9],
      ['“We never saw any letters.”', null],
    ]);
  });

  it('does not make a quotation that goes on an attribution of its own', () => {
    expect(extract('[Rao](source) [said](cue): [“It leaked.](content)\n\n“We never saw any letters.”', 0.9)).toEqual([
      ['“It leaked. … “We never saw any letters.”', 0.9],
    ]);
  });

  it('takes an unlikely one before it calls a quotation nobody’s', () => {
    expect(extract('[“It leaked all summer.”](content) [Lund](source) [grinned](cue).', 0.2)).toEqual([
      ['“It leaked all summer.”', 0.2],
    ]);
  });

  it('finds nothing in no text', () => {
    expect(extractAttributions('', [], 0.5)).toEqual([]);
  });
});
