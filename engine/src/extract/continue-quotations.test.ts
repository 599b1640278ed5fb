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

  it('takes the first of two contents that the paragraph leaves open', () => {
    const notation =
      '[Rao](source 1) [said](cue 1), [citing](cue 2) [Lund](source 2): [“It leaked.](content 1, content 2)\n\n“Badly.”';
    expect(contents(notation)).toEqual([['“It leaked.', '“Badly.”'], ['“It leaked.']]);
  });

  it('ends where a paragraph without quotation marks comes between', () => {
    expect(contents('[Rao](source) [said](cue): [“It leaked.](content)\n\nHe coughed.\n\n“Badly.”')).toEqual([
      ['“It leaked.'],
    ]);
  });

  it('goes on from a later quotation of a paragraph', () => {
    const notation = '[“No,”](content 1) [said](cue 1) Rao. [“Never.](content 1)\n“Not once.”';
    expect(contents(notation)).toEqual([['“No,”', '“Never.', '“Not once.”']]);
  });

  it('goes on with marks typed as accents and apostrophes', () => {
    expect(contents("[Rao](source) [said](cue): [``It leaked.](content)\n\n``Badly.''")).toEqual([
      ['``It leaked.', "``Badly.''"],
    ]);
  });

  it('keeps what else is known of an attribution', () => {
    const { text, attributions } = annotate('[Rao](source) [said](cue): [“It leaked.](content)\n\n“Badly.”');
    const [continued] = continueQuotations(text, [{ ...attributions[0]!, probability: 0.7 }]);
    expect(continued).toMatchObject({ probability: 0.7, cue: attributions[0]!.cue });
  });

  it('stands a quotation that goes on for a hundred thousand paragraphs', () => {
    const { text, attributions } = annotate(
      `[Rao](source) [said](cue): [“It leaked.](content)${'\n“a'.repeat(100_000)}`,
    );
    const started = performance.now();
    expect(continueQuotations(text, attributions)[0]!.content.length).toBe(100_001);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
