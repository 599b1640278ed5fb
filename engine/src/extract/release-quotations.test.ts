import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { releaseQuotations } from './release-quotations.ts';

function contents(notation: string): string[][] {
  const { text, attributions } = annotate(notation);
  return releaseQuotations(text, attributions).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('releaseQuotations', () => {
  it('takes a closed quotation in a new paragraph out of the content before it', () => {
    expect(
      contents('[“It leaked,”](content) [said](cue) [Rao](source).\n\n[“We never saw any letters.”](content)'),
    ).toEqual([['“It leaked,”']]);
  });

  it('takes it out of the content after it as well', () => {
    expect(
      contents('[“We never saw any letters.”](content)\n\n[“It leaked,”](content) [said](cue) [Rao](source).'),
    ).toEqual([['“It leaked,”']]);
  });

  it('keeps a quotation that goes on because the paragraph before left it open', () => {
    expect(
      contents('[Rao](source) [said](cue): [“It leaked.](content)\n\n[“We never saw any letters.”](content)'),
    ).toEqual([['“It leaked.', '“We never saw any letters.”']]);
  });

  it('keeps a quotation that the cue announces', () => {
    expect(contents('[Rao](source) [said](cue):\n\n[“We never saw any letters.”](content)')).toEqual([
      ['“We never saw any letters.”'],
    ]);
  });

  it('keeps a quotation that goes on in the same paragraph', () => {
    expect(contents('[“It leaked,”](content) [said](cue) Rao. [“We never saw any letters.”](content)')).toEqual([
      ['“It leaked,”', '“We never saw any letters.”'],
    ]);
  });

  it('keeps prose in a new paragraph', () => {
    expect(
      contents('[“It leaked,”](content) [said](cue) Rao.\n\n[The letters had never come](content), she added.'),
    ).toEqual([['“It leaked,”', 'The letters had never come']]);
  });
});
