import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { evaluateCorpus, type Evaluation, type Meaning } from '../evaluate/index.ts';
import { evaluationTables } from './evaluation-tables.ts';

const meaning: Meaning = {
  speaker: 'Rao',
  sourceType: 'person',
  quotation: 'indirect',
  stance: 'denies',
  distance: 'neutral',
  disputes: [],
};

function evaluation(labelled: boolean, bootstrap = 0): Evaluation {
  const { text, attributions } = annotate('[Rao](source) [denied](cue) [it leaked](content).');
  const rows = attributions.map((row) => ({ ...row, id: 'a', meaning: labelled ? meaning : null }));
  const found = attributions.map((row) => ({
    ...row,
    ...(labelled && { ...meaning, stance: 'asserts' as const, confidence: 0.9 }),
  }));
  const gold = [{ id: 'one', text, attributions: rows, alternatives: [], aliases: null }];
  return evaluateCorpus(gold, new Map([['one', found]]), bootstrap);
}

describe('evaluationTables', () => {
  it('shows the spans alone where nothing is labelled and nobody is sure of anything', () => {
    const tables = evaluationTables(evaluation(false));
    expect(tables).toMatch(/^full_relaxed +1\.0000 +1\.0000 +1\.0000$/m);
    expect(tables).not.toContain('\n\n');
  });

  it('shows intervals where documents were resampled', () => {
    expect(evaluationTables(evaluation(false, 10))).toMatch(/^detect +1\.0000 +1\.0000 +1\.0000 +\[1\.000 1\.000\]$/m);
  });

  it('shows what the attributions mean, each value that occurs, and confidence', () => {
    const [, accuracy, values, confidence] = evaluationTables(evaluation(true)).split('\n\n');
    expect(accuracy).toBe(`of 1 pairs                    right
speaker                      1.0000
sourceType                   1.0000
quotation                    1.0000
stance                       0.0000
distance                     1.0000`);
    expect(values).toBe(`                                  P        R       F1
stance (mean)                                  0.0000
stance.asserts               0.0000   0.0000   0.0000
stance.denies                0.0000   0.0000   0.0000
distance.neutral             1.0000   1.0000   1.0000
disputes                     0.0000   0.0000   0.0000`);
    expect(confidence).toBe(`confidence                     mean    right    count
bin 1                        0.9000   1.0000        1
calibration error            0.1000
`);
  });
});
