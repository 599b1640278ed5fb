import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import type { Candidate } from './decode-attributions.ts';
import { extractNested } from './extract-nested.ts';

const { text, attributions } = annotate(
  '[Lund](source 1) [said](cue 1) [[Rao](source 2) [fears](cue 2) [a leak](content 2) and [a](source 3) [report](cue 3)](content 1).',
);
const [parent, ...inside] = attributions;

function nestedCues(...probabilities: number[]): string[] {
  const candidates = inside.map((spans, i): Candidate => ({
    ...spans,
    probability: probabilities[i]!,
    roleCertainty: 0.9,
    meaning: null,
  }));
  return extractNested(parent!, candidates, 0.5).map(({ spans: { cue }, parent: outer }) => {
    expect(outer).toBe(parent);
    return text.slice(cue[0]!.start, cue[0]!.end);
  });
}

describe('extractNested', () => {
  it('takes what is likely and has a content', () => {
    expect(nestedCues(0.5, 0.9)).toEqual(['fears']);
  });

  it('leaves what is unlikely', () => {
    expect(nestedCues(0.4, 0.9)).toEqual([]);
  });
});
