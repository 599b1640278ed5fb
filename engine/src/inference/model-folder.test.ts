import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { distances, sourceTypes, stances } from '../attribution/index.ts';
import { AccordingError } from '../errors.ts';
import { readModelFolder, shippedModelPath } from './model-folder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'according-model-'));
const copy = join(scratch, 'model');

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof AccordingError ? error.code : String(error);
  }
  return 'none';
}

describe('readModelFolder', () => {
  beforeEach(() => cpSync(shippedModelPath('attribution'), copy, { recursive: true }));
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('reads the network that ships, at most 40 MB of it', () => {
    const { manifest, weights, vocabulary } = readModelFolder(copy);
    expect(manifest.labels).toEqual(['none', 'source', 'cue', 'content']);
    expect(weights.length).toBeLessThanOrEqual(40e6);
    expect(vocabulary.split('\n')).toContain('said');
  });

  it('finds in it scores of the meanings that the engine knows, in its order', () => {
    const { meaning } = readModelFolder(copy).manifest;
    expect(meaning).toEqual({ stances, distances, sourceTypes, link: expect.any(Number) as number });
  });

  it('finds in it the features that mentions are read from', () => {
    const { features, types } = readModelFolder(copy).manifest.mentions;
    const { open, close, left, query_start: link } = features;
    expect([open, close]).toEqual([1, 1]);
    expect(features).toEqual({
      open,
      close,
      left,
      right: left,
      type_start: types.length,
      type_end: types.length,
      new_start: 1,
      new_end: 1,
      query_start: link,
      query_end: link,
      key_start: link,
      key_end: link,
    });
    expect(types.slice(0, 3)).toEqual(['person', 'organization', 'place']);
  });

  it('finds in it regressions of confidence and disputes', () => {
    const { confidence, disputes } = readModelFolder(copy).manifest;
    expect(Object.keys(confidence.weights)).not.toEqual([]);
    expect(Object.keys(disputes.weights)).not.toEqual([]);
  });

  it.each([
    ['meaning', undefined],
    ['meaning', { stances, distances, sourceTypes, link: 0 }],
    ['mentions', undefined],
    ['mentions', { features: { open: 0.5 }, types: [], looks: [], distance: [] }],
    ['confidence', undefined],
    ['confidence', { bias: 0, weights: { anchor: 'much' } }],
    ['disputes', undefined],
    ['disputes', { bias: 0, weights: {}, threshold: 2 }],
    ['maxPieces', 513],
    ['threshold', -0.1],
  ])('refuses a manifest whose “%s” is %j, and names it', (key, value) => {
    const file = join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...manifest, [key]: value }));
    expect(() => readModelFolder(copy)).toThrow(key);
    expect(codeOf(() => readModelFolder(copy))).toBe('model-invalid');
  });

  it('refuses weights of which one byte is another', () => {
    const file = join(copy, 'network.onnx');
    const bytes = readFileSync(file);
    bytes[1000]! ^= 1;
    writeFileSync(file, bytes);
    expect(codeOf(() => readModelFolder(copy))).toBe('model-invalid');
  });

  it.each([
    ['a missing file', (): void => rmSync(join(copy, 'vocab.txt')), 'model-missing'],
    ['a missing manifest', (): void => rmSync(join(copy, 'manifest.json')), 'model-missing'],
    ['a manifest that is not JSON', (): void => writeFileSync(join(copy, 'manifest.json'), '{'), 'model-invalid'],
    [
      'a manifest of another shape',
      (): void => writeFileSync(join(copy, 'manifest.json'), '{"name": 3}'),
      'model-invalid',
    ],
  ])('refuses %s', (_, damage, code) => {
    damage();
    expect(codeOf(() => readModelFolder(copy))).toBe(code);
  });
});
