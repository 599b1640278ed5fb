import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttributionNetwork } from './attribution-network.ts';
import { loadRuntime } from './runtime.ts';

/** “Ms. Rao said it leaked.” between [CLS] and [SEP]. */
const ids = [101, 5796, 1012, 10958, 2080, 2056, 2009, 15748, 1012, 102];

describe('AttributionNetwork', () => {
  let network: AttributionNetwork;
  beforeAll(async () => {
    network = await AttributionNetwork.load();
  });
  afterAll(() => network.close());

  it('scores every label of every piece for each anchor', async () => {
    const { anchors, probability, roleScores } = await network.read(ids);
    expect(anchors.length).toBeGreaterThan(0);
    expect(probability.length).toBe(anchors.length);
    expect(roleScores.length).toBe(anchors.length * ids.length * network.manifest.labels.length);
    for (const value of probability) expect(value).toBeGreaterThanOrEqual(network.manifest.candidateThreshold);
  });

  it('scores every meaning for each anchor', async () => {
    const { stances, distances, sourceTypes, link } = network.manifest.meaning;
    const { anchors, meaning } = await network.read(ids);
    const width = stances.length + distances.length + sourceTypes.length + 2 * link;
    expect(meaning.length).toBe(anchors.length * width);
    expect(meaning.every(Number.isFinite)).toBe(true);
  });

  it('gives every piece all features of mentions, the special ones included', async () => {
    const width = Object.values(network.manifest.mentions.features).reduce((sum, each) => sum + each, 0);
    const { mentions } = await network.read(ids);
    expect(mentions.length).toBe(ids.length * width);
    expect(mentions.every(Number.isFinite)).toBe(true);
  });

  it('gives no anchors, and does not fail, where nothing is attributed', async () => {
    const { anchors, probability, roleScores, meaning, mentions } = await network.read([101, 1012, 102]);
    expect([anchors, probability, roleScores, meaning].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
    expect(mentions.length).toBeGreaterThan(0);
  });

  it('reads a window the same whatever it read before', async () => {
    const first = await network.read(ids);
    await network.read(Array.from({ length: 100 }, (_, i) => 2000 + i));
    expect(await network.read(ids)).toEqual(first);
  });

  it('gives the same anchors in WebAssembly as natively', async () => {
    process.env['ACCORDING_RUNTIME'] = 'wasm';
    try {
      const wasm = await AttributionNetwork.load();
      expect(wasm.runtime.kind).toBe('wasm');
      const [a, b] = [await network.read(ids), await wasm.read(ids)];
      expect(b.anchors).toEqual(a.anchors);
      for (const part of ['roleScores', 'meaning', 'mentions'] as const) {
        expect(b[part].length).toBe(a[part].length);
        expect(Math.max(...b[part].map((score, i) => Math.abs(score - a[part][i]!)))).toBeLessThan(0.5);
      }
      await wasm.close();
    } finally {
      delete process.env['ACCORDING_RUNTIME'];
    }
    // Loading takes longest, and longer still beside other tests.
  }, 120_000);
});

describe('loadRuntime', () => {
  it('says why it took WebAssembly', async () => {
    const { kind, reason } = await loadRuntime('wasm');
    expect([kind, reason]).toEqual(['wasm', 'asked for by ACCORDING_RUNTIME=wasm']);
  });
});
