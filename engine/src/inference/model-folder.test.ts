import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
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
