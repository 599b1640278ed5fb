import { describe, expect, it } from 'vitest';
import {
  annotate,
  numberAttributions,
  stances,
  type EntityId,
  type MeaningScores,
  type Stance,
} from '../attribution/index.ts';
import { disputeFeatures, sideOf, type Side } from './dispute-features.ts';
import { EntityIndex } from './entity-index.ts';
import { spanOf } from '../../test/hand-made.ts';

interface ToldSide {
  readonly stance?: Stance;
  readonly react?: readonly number[];
  readonly claim?: readonly number[];
  readonly entity?: string;
}

function meaning({ stance, react = [0], claim = [0] }: ToldSide): MeaningScores {
  return {
    stance: stances.map((each) => (each === stance ? 20 : 0)),
    distance: [0, 0, 0],
    sourceType: [],
    react: Float32Array.from(react),
    claim: Float32Array.from(claim),
  };
}

/** @param mentions - words that refer to an entity, by its id */
function sides(
  notation: string,
  told: readonly (ToldSide | undefined)[] = [],
  mentions: { readonly [entity: string]: string } = {},
): Side[] {
  const { text, attributions } = annotate(notation);
  const found = attributions.map((spans, index) => ({
    ...spans,
    probability: 1,
    roleCertainty: 1,
    meaning: told[index] === undefined ? null : meaning(told[index]),
    speaker: spans.source[0] === undefined ? null : text.slice(spans.source[0].start, spans.source[0].end),
    entity: (told[index]?.entity ?? null) as EntityId | null,
    stance: told[index]?.stance ?? ('asserts' as const),
  }));
  const entities = new EntityIndex(
    Object.entries(mentions).map(([id, words]) => ({
      id: id as EntityId,
      name: words,
      type: 'person' as const,
      mentions: [spanOf(text, words)],
      aliases: [],
      roles: [],
    })),
  );
  return numberAttributions(found).map((attribution) => sideOf(text, attribution, entities));
}

/** The features of the second statement of a notation as a reaction to the first. */
function features(
  notation: string,
  told: readonly (ToldSide | undefined)[] = [],
  between = 1,
): { readonly [feature: string]: number } {
  const [claim, reaction] = sides(notation, told);
  return disputeFeatures(reaction!, claim!, between);
}

/** Two statements in the simplest words. */
function two(claim: string, reaction: string, { cue = 'said', source = 'Keel', lead = '' } = {}): string {
  return `[Lind](source 1) [said](cue 1) [${claim}](content 1). ${lead}[${source}](source 2) [${cue}](cue 2) [${reaction}](content 2).`;
}

describe('disputeFeatures', () => {
  it('take the network’s word, and know where it has none', () => {
    expect(features(two('it', 'that'), [{ claim: [2, 0, 0, 1] }, { react: [3, 9, 9, 4] }])).toMatchObject({
      network: 5 - 3,
      noNetwork: 0,
    });
    expect(features(two('it', 'that'), [undefined, {}])).toMatchObject({ network: -3, noNetwork: 1 });
  });

  it('take the stances', () => {
    const found = features(two('the bridge leaked', 'the bridge leaked'), [{ stance: 'denies' }, { stance: 'denies' }]);
    for (const feature of ['denies', 'claimDenies'] as const) expect(found[feature]).toBeCloseTo(1);
    expect(found['doubts']).toBeCloseTo(0);
    expect(features(two('it', 'that'), [{}, { stance: 'doubts' }])['doubts']).toBeCloseTo(1);
  });

  it.each(['denied', 'disputes', 'rejected', 'pushed back', 'called it false'])('know a cue that rebuts: %s', (cue) => {
    expect(features(two('it', 'that', { cue }))['rebuts']).toBe(1);
  });

  it.each(['said', 'added', 'opened', 'recalled'])('know a cue that does not: %s', (cue) => {
    expect(features(two('it', 'that', { cue }))['rebuts']).toBe(0);
  });

  it('count the words that both share, whatever their endings', () => {
    expect(features(two('fishers disputed bridges crumbled', 'fishers disputing bridges crumble'))['shared']).toBe(2);
    expect(features(two('bakers slept', 'ships sank'))).toMatchObject({ overlap: 0, shared: 0 });
    expect(features(two('bakers slept', 'bakers slept'))['overlap']).toBeCloseTo(1);
    expect(features(two('it was', 'that is'))['overlap']).toBe(0);
  });

  it.each([
    ['one side is negated', 'the bridge leaked', 'the bridge never leaked', 1],
    ['one side is negated by a short form', 'the bridge leaked', 'the bridge didn’t leak', 1],
    ['both are', 'no bridge leaked', 'the bridge didn’t leak', 0],
    ['neither is', 'the bridge leaked', 'the bridge held', 0],
    ['a word only begins like one', 'the bridge leaked', 'nobles noted it', 0],
  ])('know where %s', (_, claim, reaction, expected) => {
    expect(features(two(claim, reaction))['negation']).toBe(expected);
  });

  it.each([
    ['But ', 1],
    ['However, ', 1],
    ['', 0],
    ['Butter sold. ', 0],
  ])('know whether a sentence opens with a contrast: %j', (lead, expected) => {
    expect(features(two('it', 'that', { lead }))['contrast']).toBe(expected);
  });

  it.each([
    ['other numbers for the same', 'bakers lost 40 boats', 'bakers lost 12 boats', 1],
    ['the same numbers', 'bakers lost 1,200 boats', 'bakers lost 1,200 boats', 0],
    ['numbers of something else', 'bakers lost 40 boats', 'rain fell 12 days', 0],
    ['numbers on one side', 'bakers lost 40 boats', 'bakers lost boats', 0],
  ])('know %s', (_, claim, reaction, expected) => {
    expect(features(two(claim, reaction))['numbers']).toBe(expected);
  });

  it('know whether both are of one speaker', () => {
    expect(features(two('it', 'that', { source: 'Lind' }))['same']).toBe(1);
    expect(features(two('it', 'that'))['same']).toBe(0);
    expect(features(two('it', 'that'), [{ entity: 'e1' }, { entity: 'e1' }])['same']).toBe(1);
    expect(features(two('it', 'that', { source: 'Lind' }), [{ entity: 'e1' }, { entity: 'e2' }])['same']).toBe(0);
  });

  it('know whether the reaction’s content mentions who made the claim, by whatever words', () => {
    const [claim, reaction] = sides(two('it', 'that the mayor slept'), [{ entity: 'e1' }, {}], { e1: 'the mayor' });
    expect(disputeFeatures(reaction!, claim!, 1)['named']).toBe(1);
    const [other, same] = sides(two('it', 'that the mayor slept'), [{ entity: 'e2' }, {}], { e1: 'the mayor' });
    expect(disputeFeatures(same!, other!, 1)['named']).toBe(0);
  });

  it('know how far the claim stands, and on which side', () => {
    expect(features(two('it', 'that'), [], 1)).toMatchObject({ near: 1, after: 0, far: Math.log(2) });
    expect(features(two('it', 'that'), [], 7)).toMatchObject({ near: 0, after: 0, far: Math.log(8) });
    expect(features(two('it', 'that'), [], -2)).toMatchObject({ near: 0, after: 1, far: Math.log(3) });
  });

  it('are finite, whatever is missing', () => {
    const found = features('[Lind](source 1). [denied](cue 2).');
    expect(Object.values(found).every(Number.isFinite)).toBe(true);
  });
});
