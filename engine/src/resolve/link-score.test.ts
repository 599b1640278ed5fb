import { describe, expect, it } from 'vitest';
import { readModelFolder, shippedModelPath, type Manifest } from '../inference/index.ts';
import type { Mention } from './find-mentions.ts';
import { linkScore } from './link-score.ts';
import { distanceBucket, kindOfMention, looksOf, mentionKinds, stringRelations } from './mention-looks.ts';

function mention(text: string, vectors: { query?: number[]; key?: number[] } = {}): Mention {
  return {
    start: 0,
    end: text.length,
    text,
    kind: kindOfMention(text),
    looks: looksOf(text),
    types: new Float32Array(),
    newness: 0,
    query: Float32Array.from(vectors.query ?? [0, 0, 0, 0]),
    key: Float32Array.from(vectors.key ?? [0, 0, 0, 0]),
  };
}

const kinds = mentionKinds.map((_, index) => index);
const flat: Manifest['mentions'] = {
  features: {},
  types: [],
  looks: kinds.map(() => kinds.map(() => stringRelations.map(() => 0))),
  distance: kinds.map(() => Array.from({ length: 10 }, () => 0)),
};

describe('linkScore', () => {
  it('multiplies the later mention’s query by the earlier one’s key, by the root of their width', () => {
    const earlier = mention('Rao', { query: [9, 9, 9, 9], key: [1, 2, 3, 4] });
    const later = mention('she', { query: [1, 0, -1, 2], key: [9, 9, 9, 9] });
    expect(linkScore(earlier, later, 0, flat)).toBe((1 - 3 + 8) / 2);
  });

  it.each([
    ['Rao', 'Rao', 'name name same'],
    ['Anjali Rao', 'Rao', 'name name within'],
    ['the chief', 'she', 'nominal pronoun none'],
    ['she', 'the chief', 'pronoun nominal none'],
    ['a long report', 'the new report', 'nominal nominal same-head'],
  ])('adds what the looks of “%s” and “%s” are worth', (earlier, later, cell) => {
    const looks = mentionKinds.map((from) =>
      mentionKinds.map((to) => stringRelations.map((relation) => (`${from} ${to} ${relation}` === cell ? 1 : 0))),
    );
    expect(linkScore(mention(earlier), mention(later), 0, { ...flat, looks })).toBe(1);
  });

  it('adds what the distance is worth to the later kind', () => {
    const distance = kinds.map((kind) => Array.from({ length: 10 }, (_, bucket) => 100 * kind + bucket));
    const score = (later: string, between: number): number =>
      linkScore(mention('Rao'), mention(later), between, { ...flat, distance });
    expect([score('Lind', 0), score('the chief', 6), score('she', 3), score('she', 1e6)]).toEqual([0, 105, 203, 209]);
  });

  it('finds a worth for all looks and distances in the network that ships', () => {
    const { looks, distance } = readModelFolder(shippedModelPath('attribution')).manifest.mentions;
    expect(looks.map((row) => row.map(({ length }) => length))).toEqual(
      kinds.map(() => kinds.map(() => stringRelations.length)),
    );
    expect(distance.map(({ length }) => length)).toEqual(kinds.map(() => distanceBucket(1e6) + 1));
  });
});
