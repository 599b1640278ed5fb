/** One example: features, and whether what they tell of is so. */
export interface Example {
  readonly features: { readonly [feature: string]: number };
  readonly right: boolean;
}

export interface FittedLogistic {
  readonly bias: number;
  readonly weights: { readonly [feature: string]: number };
}

/**
 * Fits a logistic regression by Newton's method.
 *
 * @param ridge - how strongly weights are held to zero; the bias is free
 */
export function fitLogistic(examples: readonly Example[], ridge: number): FittedLogistic {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map(({ features }) => [1, ...names.map((name) => features[name]!)]);
  const size = names.length + 1;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight));
    const curvature = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)),
    );
    for (const [n, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, x, i) => sum + x * weights[i]!, 0)));
      const error = Number(examples[n]!.right) - p;
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * row[i]!;
        for (let j = 0; j < size; j++) curvature[i]![j]! += p * (1 - p) * row[i]! * row[j]!;
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const [bias, ...rest] = weights.map((weight) => Math.round(weight * 1e4) / 1e4);
  return { bias: bias!, weights: Object.fromEntries(names.map((name, i) => [name, rest[i]!])) };
}

/** Solves a system of linear equations by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const solution: number[] = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= rows[i]![j]! * solution[j]!;
    solution[i] = rest / rows[i]![i]!;
  }
  return solution;
}
