import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { evaluateCorpus, type Evaluation } from './evaluate-corpus.ts';
import { labelGold } from './gold.ts';
import { parseGold, parseLabels, parsePrediction } from './parse-gold.ts';
import { measures } from './score-document.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const referenceScorer = `${root}../shared/tools/score_attributions.py`;

interface Files {
  readonly name: string;
  readonly gold: string;
  readonly predicted: string;
  readonly layer2: string | null;
  /** What the reference scorer answered: `score_attributions.py gold predicted [--layer2 layer2] --json`. */
  readonly expected: string;
}

const fixture = (file: string): string => `${root}fixtures/scoring/${file}`;
const spansOnly: Files = {
  name: 'spans',
  gold: fixture('gold.jsonl'),
  predicted: fixture('predicted.jsonl'),
  layer2: null,
  expected: fixture('expected.json'),
};
const withMeaning: Files = {
  name: 'spans and meaning',
  gold: fixture('meaning-gold.jsonl'),
  predicted: fixture('meaning-predicted.jsonl'),
  layer2: fixture('meaning-layer2.jsonl'),
  expected: fixture('meaning-expected.json'),
};

interface Reference {
  readonly layer1: Record<string, { p: number; r: number; f1: number }>;
  readonly layer2?: Record<string, number>;
  readonly missing: string[];
}

function lines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function evaluateFiles({ gold, predicted, layer2 }: Files, bootstrap = 0): Evaluation {
  const found = lines(predicted).map((line, index) => parsePrediction(line, index + 1));
  const labels = new Map(
    (layer2 === null ? [] : lines(layer2)).map((line, index) => {
      const row = parseLabels(line, index + 1);
      return [row.id, row];
    }),
  );
  const documents = lines(gold)
    .map((line, index) => parseGold(line, index + 1))
    .map((document) => (labels.has(document.id) ? labelGold(document, labels.get(document.id)!) : document));
  return evaluateCorpus(documents, new Map(found.map(({ id, attributions }) => [id, attributions])), bootstrap);
}

function expectSame({ scores, missing, meaning }: Evaluation, reference: Reference): void {
  for (const measure of measures) {
    const { p, r, f1 } = reference.layer1[measure]!;
    expect({ measure, ...scores[measure] }).toEqual({ measure, p, r, f1 });
  }
  expect(missing).toEqual(reference.missing);
  expect(
    meaning && {
      ...meaning.accuracy,
      stance_macro_f1: meaning.stanceMacroF1,
      disputes_f1: meaning.disputes.f1,
      pairs: meaning.pairs,
    },
  ).toEqual(reference.layer2 ?? null);
}

describe('evaluateCorpus', () => {
  it.each([spansOnly, withMeaning])('agrees with the recorded answer of the reference scorer: $name', (files) => {
    expectSame(evaluateFiles(files), JSON.parse(readFileSync(files.expected, 'utf8')) as Reference);
  });

  it.runIf(existsSync(referenceScorer) && hasPython()).each([spansOnly, withMeaning])(
    'agrees with the reference scorer run now: $name',
    (files) => {
      const labels = files.layer2 === null ? [] : ['--layer2', files.layer2];
      const args = [referenceScorer, files.gold, files.predicted, ...labels, '--json'];
      const answer = execFileSync('python3', args, { encoding: 'utf8' });
      expectSame(evaluateFiles(files), JSON.parse(answer) as Reference);
    },
  );

  it('gives intervals that hold the score, the same in every run', () => {
    const [one, two] = [1, 2].map(() => evaluateFiles(spansOnly, 200));
    expect(one).toEqual(two);
    const { f1, ci95 } = one!.scores.full_relaxed;
    expect(ci95![0]).toBeLessThanOrEqual(f1);
    expect(ci95![1]).toBeGreaterThanOrEqual(f1);
  });

  it('counts a document with no prediction as one where nothing was found', () => {
    const { missing, scores, meaning, calibration } = evaluateCorpus(
      [gold('[Rao](source) [said](cue) [so](content).')],
      new Map(),
    );
    expect(missing).toEqual(['a']);
    expect(scores.detect).toEqual({ p: 0, r: 0, f1: 0 });
    expect([meaning, calibration]).toEqual([null, null]);
  });

  it('takes a prediction for right where it matches by full_relaxed, spurious ones for wrong', () => {
    const document = gold('[Rao](source) [said](cue) [it was all over](content). Lund smiled.');
    const { attributions } = annotate(
      '[Rao](source 1) [said](cue 1) [it was](content 1) all over. [Lund](source 2) [smiled](cue 2).',
    );
    const found = attributions.map((row, index) => ({ ...row, confidence: [0.75, 0.5][index]! }));
    expect(evaluateCorpus([document], new Map([['a', found]])).calibration).toEqual({
      ece: 0.375,
      bins: [
        { confidence: 0.5, right: 0, count: 1 },
        { confidence: 0.75, right: 1, count: 1 },
      ],
    });
  });

  it('takes a prediction for half right where one of two annotators has it', () => {
    const document = { ...gold('[Rao](source) [said](cue) [so](content).'), alternatives: [[]] };
    const found = document.attributions.map((row) => ({ ...row, confidence: 0.5 }));
    const { calibration, scores } = evaluateCorpus([document], new Map([['a', found]]));
    expect(calibration).toEqual({ ece: 0, bins: [{ confidence: 0.5, right: 0.5, count: 1 }] });
    expect(scores.full_relaxed.p).toBe(0.5);
  });
});

function gold(notation: string): ReturnType<typeof parseGold> {
  const { text, attributions } = annotate(notation);
  const rows = attributions.map((row, index) => ({ ...row, id: `g${index}`, meaning: null }));
  return { id: 'a', text, attributions: rows, alternatives: [], aliases: null };
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
