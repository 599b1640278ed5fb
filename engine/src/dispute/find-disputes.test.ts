import { describe, expect, it } from 'vitest';
import { annotate, numberAttributions, type Stance } from '../attribution/index.ts';
import { createDocument } from '../document/index.ts';
import { sideOf, type JudgedAttribution } from './dispute-features.ts';
import { EntityIndex } from './entity-index.ts';
import { candidatePairs, findDisputes, type Disputed } from './find-disputes.ts';

/** Judged attributions as a notation has them; `within` tells what lies in another's content. */
function judged(
  notation: string,
  within: { readonly [number: number]: number } = {},
  stance: Stance = 'asserts',
): { text: string; attributions: JudgedAttribution[] } {
  const { text, attributions } = annotate(notation);
  const found = attributions.map((spans) => ({ ...spans, probability: 1, roleCertainty: 1, meaning: null }));
  const inner = Object.entries(within).map(([number, outer]) => ({
    spans: found[Number(number) - 1]!,
    parent: found[outer - 1]!,
  }));
  const outer = found.filter((each) => !inner.some(({ spans }) => spans === each));
  return {
    text,
    attributions: numberAttributions(outer, inner).map((each) => ({
      ...each,
      speaker: each.source[0] === undefined ? null : text.slice(each.source[0].start, each.source[0].end),
      entity: null,
      stance,
    })),
  };
}

function disputes(notation: string, model: Parameters<typeof findDisputes>[3], within = {}): Disputed[] {
  const { text, attributions } = judged(notation, within);
  return findDisputes(createDocument(text), attributions, [], model);
}

const two =
  '[Lind](source 1) [said](cue 1) [the bridge leaked](content 1). [Keel](source 2) [rejected](cue 2) [that the bridge leaked](content 2).';
const byRebuttal = { bias: -2, weights: { rebuts: 4 }, threshold: 0.5 };
/** Takes every pair for a dispute. */
const always = { bias: 9, weights: {}, threshold: 0.5 };

describe('findDisputes', () => {
  it('finds what an attribution contradicts, and says why', () => {
    const [claim, reaction] = disputes(two, byRebuttal);
    expect(claim).toEqual({ against: [], reasons: [] });
    expect(reaction).toMatchObject({
      against: ['a1'],
      reasons: [{ decision: 'disputes', because: 'contradicts a1, Lind (88 %)', words: [{}, {}] }],
    });
  });

  it('finds nothing below the threshold, and what is just at it', () => {
    const even = { bias: 0, weights: {} };
    expect(disputes(two, { ...even, threshold: 0.5 })[1]!.against).toEqual(['a1']);
    expect(disputes(two, { ...even, threshold: 0.51 })[1]!.against).toEqual([]);
  });

  it('may find a claim behind the reaction', () => {
    const weights = { after: 4 };
    expect(disputes(two, { bias: -2, weights, threshold: 0.5 }).map(({ against }) => against)).toEqual([['a2'], []]);
  });

  it('never takes for disputed what lies within the reaction’s own words, nor what it lies in', () => {
    const notation =
      '[Keel](source 1) [denied](cue 1) [what [Lind](source 2) [said](cue 2) of [the bridge](content 2)](content 1).';
    expect(disputes(notation, always).map(({ against }) => against)).toEqual([[], []]);
    expect(disputes(notation, always, { 2: 1 }).map(({ against }) => against)).toEqual([[], []]);
  });

  it('looks back 25 attributions and ahead 4', () => {
    const notation = Array.from(
      { length: 40 },
      (_, index) => `[Keel](source ${index + 1}) [said](cue ${index + 1}) [so](content ${index + 1})`,
    ).join('. ');
    const found = disputes(notation, always);
    expect(found.map(({ against }) => against.length)[30]).toBe(29);
    expect(found[30]!.against[0]).toBe('a6');
    expect(found[30]!.against.at(-1)).toBe('a35');
    expect(found[39]!.against).toHaveLength(25);
  });

  it('contradicts nothing where an attribution stands alone', () => {
    expect(disputes('[Keel](source) [denied](cue) [it](content).', always)).toEqual([{ against: [], reasons: [] }]);
    expect(disputes('It rained.', always)).toEqual([]);
  });

  it.each(['1.', '1,', 'no ', 'A ', '“', ' ', 'called ', 'it was '])('stands contents of nothing but %j', (unit) => {
    const { text, attributions } = judged(
      `[Keel](source) [said](cue) [${unit.repeat(100_000 / unit.length)}](content)`,
    );
    const started = performance.now();
    const side = sideOf(text, attributions[0]!, new EntityIndex([]));
    expect(candidatePairs([side, side], 0)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
