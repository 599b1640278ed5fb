/**
 * Pairs rows with columns so that the sum of weights is greatest (the Hungarian method).
 *
 * @param weight - weights of at least 0, one row an array
 */
export function bestAssignment(weight: readonly (readonly number[])[]): [row: number, column: number][] {
  const n = weight.length;
  const m = weight[0]!.length;
  if (n > m) {
    const turned = Array.from({ length: m }, (_, j) => weight.map((row) => row[j]!));
    return bestAssignment(turned).map(([j, i]) => [i, j]);
  }
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  const way = new Int32Array(m + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Infinity);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const row = rowOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue;
        const cost = -weight[row - 1]![j - 1]! - u[row]! - v[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          u[rowOf[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[way[column]!]!;
      column = way[column]!;
    }
  }
  const pairs: [number, number][] = [];
  for (let j = 1; j <= m; j++) if (rowOf[j] !== 0) pairs.push([rowOf[j]! - 1, j - 1]);
  return pairs;
}
