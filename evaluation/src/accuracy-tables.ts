import { measures, type Bin, type Calibration, type Evaluation, type MeaningEvaluation } from 'according/evaluate';

/** Precision, recall and F1 of every measure of the spans. */
export function spanTable({ scores }: Evaluation): string {
  const rows = measures.map((measure) => {
    const { p, r, f1, ci95 } = scores[measure];
    return [`\`${measure}\``, three(p), three(r), three(f1), ci95 ? `${three(ci95[0])} – ${three(ci95[1])}` : ''];
  });
  return table(['measure', 'P', 'R', 'F1', '95 % of resampled F1'], rows);
}

/** How often each label is right, beside what always giving the commonest value of the reference would score. */
export function meaningTable({ accuracy, values, stanceMacroF1, disputes, pairs }: MeaningEvaluation): string {
  const labels = ['sourceType', 'quotation', 'stance', 'distance'] as const;
  const commonest = (label: (typeof labels)[number]): string => {
    const [value, { gold }] = Object.entries(values[label]).reduce((a, b) => (b[1].gold > a[1].gold ? b : a));
    return pairs > 0 ? `${three(gold / pairs)} (\`${value}\`)` : '–';
  };
  return table(
    ['measure', 'score', 'always the commonest'],
    [
      ['`speaker`, right', three(accuracy.speaker), ''],
      ...labels.map((label) => [`\`${label}\`, right`, three(accuracy[label]), commonest(label)]),
      ['`stance`, mean F1', three(stanceMacroF1), ''],
      ['`disputes`, P', three(disputes.p), ''],
      ['`disputes`, R', three(disputes.r), ''],
      ['`disputes`, F1', three(disputes.f1), ''],
    ],
  );
}

/** Precision, recall and F1 of every value that the reference or the predictions have. */
export function valueTable({ values }: MeaningEvaluation): string {
  const rows = (['stance', 'distance', 'sourceType', 'quotation'] as const).flatMap((label) =>
    Object.entries(values[label])
      .filter(([, { gold, found }]) => gold + found > 0)
      .map(([value, { p, r, f1, gold, found }]) => {
        return [`\`${label}\` \`${value}\``, three(p), three(r), three(f1), String(gold), String(found)];
      }),
  );
  return table(['value', 'P', 'R', 'F1', 'in the reference', 'found'], rows);
}

/** The reliability diagram as a table. */
export function reliabilityTable({ bins }: Calibration): string {
  const row = ({ confidence, right, count }: Bin): string[] => [three(confidence), three(right), String(count)];
  return table(['mean confidence', 'right', 'attributions'], bins.map(row));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [heads, heads.map(() => '---'), ...rows].map(line).join('');
}

function three(value: number): string {
  return value.toFixed(3);
}
