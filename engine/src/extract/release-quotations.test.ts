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

  it('keeps a short quotation, which is no statement of its own', () => {
    expect(contents('[“It leaked,”](content) [said](cue) Rao.\n\n[“Badly.”](content)')).toEqual([
      ['“It leaked,”', '“Badly.”'],
    ]);
  });

  it('keeps a quotation of an attribution without a cue', () => {
    expect(contents('[Rao](source): [“It leaked.”](content)\n\n[“We never saw any letters.”](content)')).toEqual([
      ['“It leaked.”', '“We never saw any letters.”'],
    ]);
  });

  it('takes it out of the one content that runs on, and leaves the others as they were', () => {
    const notation =
      '[“It leaked,”](content 1) [said](cue 1) Rao.\n\n[“We never saw any letters,”](content 1, content 2) [said](cue 2) Lund.';
    expect(contents(notation)).toEqual([
      ['“It leaked,”', '“We never saw any letters,”'],
      ['“We never saw any letters,”'],
    ]);
    expect(contents(notation.replace('letters,”', 'letters.”'))).toEqual([
      ['“It leaked,”'],
      ['“We never saw any letters.”'],
    ]);
  });

  it('keeps what else is known of an attribution', () => {
    const { text, attributions } = annotate(
      '[“It leaked,”](content) [said](cue) Rao.\n\n[“We never saw any letters.”](content)',
    );
    const [released] = releaseQuotations(text, [{ ...attributions[0]!, probability: 0.7 }]);
    expect(released).toMatchObject({ probability: 0.7, cue: attributions[0]!.cue });
  });

  it('stands a report of nothing but short paragraphs', () => {
    const unit = '“It leaked all of summer,” said Rao.\n“It did leak again.”\n';
    const text = unit.repeat(15_000);
    const attributions = Array.from({ length: 15_000 }, (_, i) => {
      const at = i * unit.length;
      const span = (start: number, end: number): { start: number; end: number } => ({
        start: at + start,
        end: at + end,
      });
      return { source: [], cue: [span(27, 31)], content: [span(0, 26), span(37, unit.length - 1)] };
    });
    const started = performance.now();
    expect(releaseQuotations(text, attributions).every(({ content }) => content.length === 1)).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
