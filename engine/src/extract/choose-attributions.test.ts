import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { chooseAttributions } from './choose-attributions.ts';

/** Cues of what is chosen at threshold 0.5, where the attributions of the notation have these probabilities. */
function chosenCues(notation: string, ...probabilities: number[]): string[] {
  const { text, attributions } = annotate(notation);
  const candidates = attributions.map((spans, i) => ({ spans, probability: probabilities[i]! }));
  return chooseAttributions(text, candidates, 0.5).map(({ cue }) => text.slice(cue[0]!.start, cue[0]!.end));
}

describe('chooseAttributions', () => {
  it('takes what is likely and leaves the rest', () => {
    const notation =
      '[Rao](source 1) [said](cue 1) [it leaked](content 1). [Lund](source 2) [smiled](cue 2) [at it](content 2).';
    expect(chosenCues(notation, 0.9, 0.3)).toEqual(['said']);
  });

  it('takes a less likely one that accounts for a quotation', () => {
    expect(chosenCues('[“It leaked all summer,”](content) [grinned](cue) [Lund](source).', 0.2)).toEqual(['grinned']);
  });

  it('takes only the likeliest of two that account for the same quotation', () => {
    const notation =
      '[“It leaked all summer,”](content 1, content 2) [grinned](cue 1) [Lund](source 1) [to](cue 2) Rao.';
    expect(chosenCues(notation, 0.2, 0.3)).toEqual(['to']);
  });

  it('leaves an unlikely one whose quotation a likely one has', () => {
    const notation = '[“It leaked all summer,”](content 1, content 2) [said](cue 1) Lund, [grinning](cue 2).';
    expect(chosenCues(notation, 0.8, 0.4)).toEqual(['said']);
  });

  it('does not take scare quotes for a statement', () => {
    expect(chosenCues('[the “leak”](content) [surprised](cue) [Lund](source).', 0.4)).toEqual([]);
  });
});
