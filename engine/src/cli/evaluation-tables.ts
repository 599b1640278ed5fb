import { measures, type Evaluation, type Score, type ValueScore } from '../evaluate/index.ts';

/** The scores as tables for the terminal: of the spans, of what the attributions mean, of their confidence. */
export function evaluationTables(evaluation: Evaluation): string {
  return [spanTable(evaluation), ...meaningTables(evaluation), ...calibrationTable(evaluation)].join('\n');
}

function spanTable({ scores }: Evaluation): string {
  return row('', ['P', 'R', 'F1']) + measures.map((measure) => scoreRow(measure, scores[measure])).join('');
}

function meaningTables({ meaning }: Evaluation): string[] {
  if (meaning === null) return [];
  const { pairs, accuracy, stanceMacroF1, values, disputes } = meaning;
  const shares = Object.entries(accuracy).map(([label, share]) => row(label, [share.toFixed(4)]));
  return [
    row(`of ${pairs} pairs`, ['right']) + shares.join(''),
    row('', ['P', 'R', 'F1']) +
      row('stance (mean)', ['', '', stanceMacroF1.toFixed(4)]) +
      valueRows('stance', values.stance) +
      valueRows('distance', values.distance) +
      scoreRow('disputes', disputes),
  ];
}

/** A row for each value that the reference or the predictions have. */
function valueRows(label: string, values: Readonly<Record<string, ValueScore>>): string {
  const known = Object.entries(values).filter(([, { gold, found }]) => gold + found > 0);
  return known.map(([value, score]) => scoreRow(`${label}.${value}`, score)).join('');
}

function calibrationTable({ calibration }: Evaluation): string[] {
  if (calibration === null) return [];
  const bins = calibration.bins.map(({ confidence, right, count }, index) =>
    row(`bin ${index + 1}`, [confidence.toFixed(4), right.toFixed(4), String(count)]),
  );
  const error = row('calibration error', [calibration.ece.toFixed(4)]);
  return [row('confidence', ['mean', 'right', 'count']) + bins.join('') + error];
}

function scoreRow(name: string, { p, r, f1, ci95 }: Score): string {
  const interval = ci95 ? [`  [${ci95[0].toFixed(3)} ${ci95[1].toFixed(3)}]`] : [];
  return row(name, [p.toFixed(4), r.toFixed(4), f1.toFixed(4), ...interval]);
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}\n`;
}
