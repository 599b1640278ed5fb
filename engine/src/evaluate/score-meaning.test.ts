import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import type { Meaning, PredictedAttribution } from './gold.ts';
import { matchDocument } from './match-document.ts';
import { scoreMeaning, type PairedDocument } from './score-meaning.ts';
import { ScoredText } from './scored-text.ts';

const plain: Meaning = {
  speaker: 'Rao',
  sourceType: 'person',
  quotation: 'indirect',
  stance: 'asserts',
  distance: 'neutral',
  disputes: [],
};

const three =
  '[Rao](source 1) [said](cue 1) [it leaked](content 1). [Lund](source 2) [denied](cue 2) [it](content 2). ' +
  '[Critics](source 3) [fear](cue 3) [a flood](content 3).';

/** A text whose attributions, `g1`, `g2`, … and `p0`, `p1`, …, were all found, with what each side says of them; `null` is not found, or not labelled. */
function paired(
  notation: string,
  gold: readonly (Partial<Meaning> | null)[],
  found: readonly (Partial<PredictedAttribution> | null)[],
): PairedDocument {
  const { text, attributions } = annotate(notation);
  const goldRows = attributions.map((row, i) => {
    const labels = gold[i] ?? null;
    return { ...row, id: `g${i + 1}`, meaning: labels && { ...plain, ...labels } };
  });
  const foundRows = attributions.flatMap((row, i) => {
    const prediction = found[i] ?? null;
    return prediction === null ? [] : [{ ...row, id: `p${i}`, ...plain, ...prediction }];
  });
  const { pairs } = matchDocument(new ScoredText(text), goldRows, foundRows);
  return { gold: goldRows, found: foundRows, pairs, aliases: [['Rao', 'the minister']] };
}

describe('scoreMeaning', () => {
  it('is null where the reference labels nothing', () => {
    expect(scoreMeaning([paired(three, [null, null, null], [{}, {}, {}])])).toBeNull();
  });

  it('scores labelled attributions alone, and of those the ones that were found', () => {
    const { pairs, accuracy } = scoreMeaning([paired(three, [{}, null, {}], [{}, { stance: 'asks' }, null])])!;
    expect(pairs).toBe(1);
    expect(accuracy).toEqual({ speaker: 1, sourceType: 1, quotation: 1, stance: 1, distance: 1 });
  });

  it('is all zeros where nothing was found', () => {
    const { pairs, accuracy, stanceMacroF1, disputes } = scoreMeaning([paired(three, [{}, {}, {}], [])])!;
    expect([pairs, accuracy.stance, stanceMacroF1, disputes.f1]).toEqual([0, 0, 0, 0]);
  });

  it('takes an alias for the speaker, and a speaker who was left out for nobody', () => {
    const found = [{ speaker: 'the minister' }, { speaker: undefined }, { speaker: undefined }];
    const { accuracy } = scoreMeaning([paired(three, [{}, {}, { speaker: null }], found)])!;
    expect(accuracy.speaker).toBe(0.6667);
  });

  it('tells each value of distance apart, which the accuracy of always saying neutral hides', () => {
    const gold = [{}, { distance: 'distancing' }, { distance: 'endorsing' }] as const;
    const { accuracy, values } = scoreMeaning([paired(three, gold, [{}, { distance: 'endorsing' }, {}])])!;
    expect(accuracy.distance).toBe(0.3333);
    expect(values.distance).toEqual({
      neutral: { p: 0.5, r: 1, f1: 0.6667, gold: 1, found: 2 },
      distancing: { p: 0, r: 0, f1: 0, gold: 1, found: 0 },
      endorsing: { p: 0, r: 0, f1: 0, gold: 1, found: 1 },
    });
  });

  it('counts what was taken for what, and what was left out', () => {
    const gold = [{ stance: 'denies' }, { stance: 'denies' }, {}] as const;
    const { confusion } = scoreMeaning([paired(three, gold, [{}, { stance: null }, {}])])!;
    expect(confusion.stance).toEqual({ asserts: { asserts: 1 }, denies: { asserts: 1, missing: 1 } });
  });

  it('takes the mean of the F1 of the stances that the reference has', () => {
    const gold = [{}, { stance: 'denies' }, { stance: 'denies' }] as const;
    const found = [{}, { stance: 'denies' }, { stance: 'asks' }] as const;
    expect(scoreMeaning([paired(three, gold, found)])!.stanceMacroF1).toBe(0.8333);
  });

  it.each([
    { name: 'the same link', gold: ['g1'], found: ['p0'], score: { p: 1, r: 1, f1: 1 } },
    { name: 'a link too many', gold: ['g1'], found: ['p0', 'p2'], score: { p: 0.5, r: 1, f1: 0.6667 } },
    { name: 'a link the wrong way', gold: ['g3'], found: ['p0'], score: { p: 0, r: 0, f1: 0 } },
    { name: 'a link twice', gold: ['g1'], found: ['p0', 'p0'], score: { p: 1, r: 1, f1: 1 } },
    { name: 'spans of the own voice', gold: [{ start: 0, end: 3 }], found: [], score: { p: 0, r: 0, f1: 0 } },
    { name: 'ids that are none', gold: ['g1', 'g9'], found: ['p0', 'p9'], score: { p: 1, r: 1, f1: 1 } },
  ])('compares disputes as links between attributions: $name', ({ gold, found, score }) => {
    const document = paired(three, [{}, { disputes: gold }, {}], [{}, { disputes: found }, {}]);
    expect(scoreMeaning([document])!.disputes).toEqual(score);
  });

  it('leaves out links to attributions that were not found', () => {
    const document = paired(three, [{}, { disputes: ['g1', 'g3'] }, {}], [{}, { disputes: ['p0'] }, null]);
    expect(scoreMeaning([document])!.disputes).toEqual({ p: 1, r: 1, f1: 1 });
  });

  it('knows a prediction without an id by its place', () => {
    const found = [{}, { disputes: ['2'] }, { id: undefined }];
    const document = paired(three, [{}, { disputes: ['g3'] }, {}], found);
    expect(scoreMeaning([document])!.disputes.f1).toBe(1);
  });

  it('draws no link from one document to another', () => {
    const one = paired(three, [{}, { disputes: ['g1'] }, {}], [{}, {}, {}]);
    const two = paired(three, [{}, {}, {}], [{}, { disputes: ['p0'] }, {}]);
    expect(scoreMeaning([one, two])!.disputes.f1).toBe(0);
  });
});
