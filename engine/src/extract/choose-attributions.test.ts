import { describe, expect, it } from 'vitest';
import { annotate, type RoleSpans } from '../attribution/index.ts';
import { chooseAttributions } from './choose-attributions.ts';
import type { Candidate } from './decode-attributions.ts';

const candidate = (spans: RoleSpans, probability: number): Candidate => ({
  ...spans,
  probability,
  roleCertainty: 0.9,
  meaning: null,
});

/** Cues of what is chosen at threshold 0.5, where the attributions of the notation have these probabilities. */
function chosenCues(notation: string, ...probabilities: number[]): string[] {
  const { text, attributions } = annotate(notation);
  const candidates = attributions.map((spans, i) => candidate(spans, probabilities[i]!));
  return chooseAttributions(text, candidates, 0.5).map(({ cue }) => text.slice(cue[0]!.start, cue[0]!.end));
}

describe('chooseAttributions', () => {
  it('takes what is likely and leaves the rest', () => {
    const notation =
      '[Rao](source 1) [said](cue 1) [it leaked](content 1). [Lund](source 2) [smiled](cue 2) [at it](content 2).';
    expect(chosenCues(notation, 0.9, 0.3)).toEqual(['said']);
  });

  it('takes what is just as likely as the threshold asks', () => {
    expect(chosenCues('[Rao](source) [said](cue) [it leaked](content).', 0.5)).toEqual(['said']);
  });

  it('gives what it chooses with all that the network said of it', () => {
    const { text, attributions } = annotate('[Rao](source) [said](cue) [it leaked](content).');
    const given = candidate(attributions[0]!, 0.9);
    expect(chooseAttributions(text, [given], 0.5)).toEqual([given]);
  });

  it('takes a less likely one that accounts for a quotation', () => {
    expect(chosenCues('[“It leaked all summer,”](content) [grinned](cue) [Lund](source).', 0.2)).toEqual(['grinned']);
  });

  it('takes only the likeliest of two that account for the same quotation', () => {
    const notation =
      '[“It leaked all summer,”](content 1, content 2) [grinned](cue 1) [Lund](source 1) [to](cue 2) Rao.';
    expect(chosenCues(notation, 0.2, 0.3)).toEqual(['to']);
  });

  it('takes two less likely ones that account for a quotation each', () => {
    const notation =
      '[“It leaked all summer,”](content 1) [grinned](cue 1) Lund. [“And all of last autumn,”](content 2) [sighed](cue 2) Rao.';
    expect(chosenCues(notation, 0.2, 0.3)).toEqual(['sighed', 'grinned']);
  });

  it('takes one of several pieces for the piece that holds a quotation', () => {
    expect(chosenCues('[Badly](content), [grinned](cue) Lund, [“it leaked all summer.”](content)', 0.2)).toEqual([
      'grinned',
    ]);
  });

  it('leaves one that holds less than half of a quotation', () => {
    expect(chosenCues('[“It leaked](content) all of this long summer,” [grinned](cue) [Lund](source).', 0.2)).toEqual(
      [],
    );
  });

  it('leaves an unlikely one whose quotation a likely one has', () => {
    const notation = '[“It leaked all summer,”](content 1, content 2) [said](cue 1) Lund, [grinning](cue 2).';
    expect(chosenCues(notation, 0.8, 0.4)).toEqual(['said']);
  });

  it('leaves an unlikely one whose quotation a likely one has so much as its source in', () => {
    const notation = '[“It leaked, [Rao](source 1) [said](cue 1) [it](content 1),”](content 2) [grinned](cue 2) Lund.';
    expect(chosenCues(notation, 0.8, 0.4)).toEqual(['said']);
  });

  it('does not take scare quotes for a statement', () => {
    expect(chosenCues('[the “leak”](content) [surprised](cue) [Lund](source).', 0.4)).toEqual([]);
  });

  it('stands a report of nothing but quotations', () => {
    const unit = '“It leaked again, yes.” ';
    const text = unit.repeat(40_000);
    const candidates = Array.from({ length: 40_000 }, (_, i) => {
      const start = i * unit.length;
      const content = [{ start, end: start + unit.length - 1 }];
      return candidate({ source: [], cue: [], content }, i % 2 === 0 ? 0.9 : 0.2);
    });
    const started = performance.now();
    expect(chooseAttributions(text, candidates, 0.5).length).toBe(40_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
