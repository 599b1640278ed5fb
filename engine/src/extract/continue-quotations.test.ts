import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { continueQuotations } from './continue-quotations.ts';

function contents(notation: string): string[][] {
  const { text, attributions } = annotate(notation);
  return continueQuotations(text, attributions).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('continueQuotations', () => {
  it('adds the next paragraph to a quotation that the first leaves open', () => {
    expect(contents('[Rao](source) [said](cue): [“It leaked.](content)\n\n“It will leak again.” He left.')).toEqual([
      ['“It leaked.', '“It will leak again.”'],
    ]);
  });

  it('goes on over several open paragraphs', () => {
    expect(contents('[Rao](source) [said](cue): [“One.](content)\n\n“Two.\n\n“Three.”')).toEqual([
      ['“One.', '“Two.', '“Three.”'],
    ]);
  });

  it('leaves a new quotation after a closed one alone', () => {
    expect(contents('[Rao](source) [said](cue): [“It leaked.”](content)\n\n“It will leak again.”')).toEqual([
      ['“It leaked.”'],
    ]);
  });

  it('leaves a quotation alone that has an attribution of its own', () => {
    const notation =
      '[Rao](source 1) [said](cue 1): [“It leaked.](content 1)\n\n[“No,”](content 2) [said](cue 2) [Lund](source 2).';
    expect(contents(notation)).toEqual([['“It leaked.'], ['“No,”']]);
  });

  it('does not take prose that follows an unclosed quotation', () => {
    expect(contents('[Rao](source) [said](cue): [“It leaked.](content)\n\nThe hall was silent.')).toEqual([
      ['“It leaked.'],
    ]);
  });
});
