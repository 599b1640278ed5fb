import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Evaluation } from '../src/evaluate/index.ts';
import { Files, messages, run } from './run-according.ts';

const files = new Files();
afterAll(() => files.remove());

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/scoring/${name}`, import.meta.url));
const [gold, predicted] = [fixture('meaning-gold.jsonl'), fixture('meaning-predicted.jsonl')];
const labels = fixture('meaning-layer2.jsonl');

describe('according evaluate --layer2', () => {
  it('scores what attributions mean by the labels of a file beside those of the reference', async () => {
    const { code, stdout } = await run(['evaluate', gold, predicted, '--layer2', labels, '--json']);
    expect(code).toBe(0);
    const { meaning, calibration } = JSON.parse(stdout) as Evaluation;
    expect(meaning).toMatchObject({ pairs: 11, accuracy: { speaker: 0.8182 }, disputes: { f1: 0.7692 } });
    expect(calibration!.bins.reduce((sum, { count }) => sum + count, 0)).toBe(14);
    const { meaning: ofOwnLabels } = JSON.parse(
      (await run(['evaluate', gold, predicted, '--json'])).stdout,
    ) as Evaluation;
    expect(ofOwnLabels!.pairs).toBe(7);
  });

  it('prints a table each for spans, accuracy, values and confidence', async () => {
    const { stdout } = await run(['evaluate', gold, predicted, '--layer2', labels]);
    const firsts = stdout.split('\n\n').map((table) => table.trim().split(/\s{2,}/)[0]);
    expect(firsts).toEqual(['P', 'of 11 pairs', 'P', 'confidence']);
  });

  it.each([
    {
      name: 'labels of nothing here',
      content: '{"id": "else", "layer2": {}}\n',
      expected: 'Expected labels for attributions of',
    },
    {
      name: 'a line of no labels',
      content: '{"id": "dam", "layer2": 3}\n',
      expected: 'got a number at “layer2” (line 1)',
    },
  ])('refuses $name in one line', async ({ name, content, expected }) => {
    const file = files.write(`${name}.jsonl`, content);
    const ran = await run(['evaluate', gold, predicted, '--layer2', file]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(messages(ran)).toHaveLength(1);
    expect(ran.stderr).toContain(expected);
    expect(ran.stderr).toContain(file);
  });
});
