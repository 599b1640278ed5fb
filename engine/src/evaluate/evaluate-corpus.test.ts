import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { evaluateCorpus, parseGold, parsePrediction, type Evaluation } from './evaluate-corpus.ts';
import { measures } from './score-document.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = `${root}fixtures/scoring/`;
const referenceScorer = `${root}../shared/tools/score_attributions.py`;

type Reference = { readonly layer1: Record<string, { p: number; r: number; f1: number }>; readonly missing: string[] };

function lines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function evaluateFiles(gold: string, predicted: string, bootstrap = 0): Evaluation {
  const found = lines(predicted).map(parsePrediction);
  return evaluateCorpus(
    lines(gold).map(parseGold),
    new Map(found.map(({ id, attributions }) => [id, attributions])),
    bootstrap,
  );
}

function expectSame(ours: Evaluation, reference: Reference): void {
  for (const measure of measures) {
    const { p, r, f1 } = reference.layer1[measure]!;
    expect({ measure, ...ours.scores[measure] }).toEqual({ measure, p, r, f1 });
  }
  expect(ours.missing).toEqual(reference.missing);
}

describe('evaluateCorpus', () => {
  it('agrees with the reference scorer to four decimals, on its recorded answer', () => {
    const recorded = JSON.parse(readFileSync(`${fixtures}expected.json`, 'utf8')) as Reference;
    expectSame(evaluateFiles(`${fixtures}gold.jsonl`, `${fixtures}predicted.jsonl`), recorded);
  });

  it.runIf(existsSync(referenceScorer) && hasPython())('agrees with the reference scorer run now', () => {
    const files = [`${fixtures}gold.jsonl`, `${fixtures}predicted.jsonl`] as const;
    const answer = execFileSync('python3', [referenceScorer, ...files, '--json'], { encoding: 'utf8' });
    expectSame(evaluateFiles(...files), JSON.parse(answer) as Reference);
  });

  it('gives intervals that hold the score, the same in every run', () => {
    const [one, two] = [1, 2].map(() => evaluateFiles(`${fixtures}gold.jsonl`, `${fixtures}predicted.jsonl`, 200));
    expect(one).toEqual(two);
    const { f1, ci95 } = one!.scores.full_relaxed;
    expect(ci95![0]).toBeLessThanOrEqual(f1);
    expect(ci95![1]).toBeGreaterThanOrEqual(f1);
  });

  it('counts a document with no prediction as one where nothing was found', () => {
    const { text, attributions } = annotate('[Rao](source) [said](cue) [so](content).');
    const gold = [{ id: 'a', text, attributions, alternatives: [] }];
    const { missing, scores } = evaluateCorpus(gold, new Map());
    expect(missing).toEqual(['a']);
    expect(scores.detect).toEqual({ p: 0, r: 0, f1: 0 });
  });

  it('says where a reference line is not one', () => {
    expect(() => parseGold({ id: 'a', text: 3 }, 7)).toThrow('got a number at “text” (line 7)');
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
