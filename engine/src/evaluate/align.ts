import type { Role } from '../attribution/index.ts';
import { bestAssignment } from './assignment.ts';
import type { TokenSet } from './scored-text.ts';

export type RoleTokens = { readonly [role in Role]: TokenSet };

/** Shared tokens as a share of all; 1 where both are empty. */
export function jaccard(a: TokenSet, b: TokenSet): number {
  if (a.size === 0 && b.size === 0) return 1;
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/**
 * Pairs reference attributions with found ones, one to one: their cues share a token, or one has no cue and the contents
 * agree by half. The pairing has the greatest sum of J(cue) + J(content) + J(source)/2.
 *
 * @returns pairs of places in the two lists, by the first
 */
export function alignAttributions(
  gold: readonly RoleTokens[],
  found: readonly RoleTokens[],
): [gold: number, found: number][] {
  const weights = new Map<number, Map<number, number>>();
  const byFound = new Map<number, number[]>();
  gold.forEach((g, i) => {
    found.forEach((p, j) => {
      const cueless = g.cue.size === 0 || p.cue.size === 0;
      if (g.cue.isDisjointFrom(p.cue) && !(cueless && jaccard(g.content, p.content) >= 0.5)) return;
      const weight = jaccard(g.cue, p.cue) + jaccard(g.content, p.content) + 0.5 * jaccard(g.source, p.source) + 1e-6;
      weights.set(i, (weights.get(i) ?? new Map<number, number>()).set(j, weight));
      byFound.set(j, [...(byFound.get(j) ?? []), i]);
    });
  });
  const pairs: [number, number][] = [];
  const seen = new Set<number>();
  for (const start of weights.keys()) {
    if (seen.has(start)) continue;
    const [rows, columns] = component(start, weights, byFound);
    for (const row of rows) seen.add(row);
    const matrix = rows.map((i) => columns.map((j) => weights.get(i)!.get(j) ?? 0));
    for (const [a, b] of bestAssignment(matrix)) {
      if (matrix[a]![b]! > 0) pairs.push([rows[a]!, columns[b]!]);
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** Everything that links lead to from one reference attribution: pairings elsewhere cannot touch it. */
function component(
  start: number,
  weights: ReadonlyMap<number, ReadonlyMap<number, number>>,
  byFound: ReadonlyMap<number, readonly number[]>,
): [rows: number[], columns: number[]] {
  const rows = new Set([start]);
  const columns = new Set<number>();
  for (const row of rows) {
    for (const column of weights.get(row)!.keys()) {
      columns.add(column);
      for (const other of byFound.get(column)!) rows.add(other);
    }
  }
  const ordered = (set: Set<number>): number[] => [...set].sort((a, b) => a - b);
  return [ordered(rows), ordered(columns)];
}
