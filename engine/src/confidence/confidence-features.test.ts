import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { confidenceFeatures, type JudgedAttribution } from './confidence-features.ts';

function features(notation: string, told: Partial<JudgedAttribution> = {}): { readonly [feature: string]: number } {
  const [spans] = annotate(notation).attributions;
  return confidenceFeatures({
    ...spans!,
    probability: 0.5,
    roleCertainty: 0.5,
    meaning: null,
    quotation: 'indirect',
    sourceType: 'person',
    certainty: 0.5,
    ...told,
  });
}

const plain = '[Lind](source) [said](cue) [it leaked](content).';

describe('confidenceFeatures', () => {
  it('are nothing where the network is of two minds', () => {
    expect(features(plain)).toMatchObject({ anchor: 0, roles: 0, byRule: 0, stance: 0, pieces: 0 });
  });

  it('are the logits of what the network is sure of', () => {
    const { anchor, roles, stance } = features(plain, { probability: 0.9, roleCertainty: 0.8, certainty: 0.2 });
    expect(anchor).toBeCloseTo(Math.log(9));
    expect(roles).toBeCloseTo(Math.log(4));
    expect(stance).toBeCloseTo(-Math.log(4));
  });

  it('stay finite at either end', () => {
    for (const p of [0, 1]) {
      const found = Object.values(features(plain, { probability: p, roleCertainty: p, certainty: p }));
      expect(found.every((value) => Number.isFinite(value) && Math.abs(value) < 8)).toBe(true);
    }
  });

  it('know what a rule found', () => {
    expect(features(plain, { probability: null, roleCertainty: null })).toMatchObject({
      byRule: 1,
      anchor: 0,
      roles: 0,
    });
  });

  it.each([
    ['direct', { direct: 1, mixed: 0 }],
    ['mixed', { direct: 0, mixed: 1 }],
    ['indirect', { direct: 0, mixed: 0 }],
  ] as const)('know a quotation that is %s', (quotation, expected) => {
    expect(features(plain, { quotation })).toMatchObject(expected);
  });

  it('know which roles are missing, and whether anybody speaks', () => {
    expect(features(plain)).toMatchObject({ noSource: 0, noCue: 0, noContent: 0, nobody: 0 });
    expect(features('[it leaked](content).')).toMatchObject({ noSource: 1, noCue: 1, noContent: 0 });
    expect(features('[Lind](source) [said](cue).')).toMatchObject({ noContent: 1, pieces: -1, length: -4 });
    expect(features(plain, { sourceType: 'none' })['nobody']).toBe(1);
  });

  it('count the pieces of a content up to three, and all their characters', () => {
    const { pieces, length } = features(
      '“[it](content),” [Lind](source) [said](cue), “[it](content) [so](content) [no](content)”',
    );
    expect(pieces).toBe(2);
    expect(length).toBeCloseTo(Math.log(9) - 4);
  });
});
