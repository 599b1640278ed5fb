import type { PairCount } from '../api/index.ts';
import type { Series } from './series.ts';

/** Bars as long as their counts, or all of one length. */
export type Measure = 'count' | 'share';

/** A part of a bar. */
export interface Part {
  readonly group: string;
  readonly series: Series;
  readonly count: number;
  /** Of all that the bar counts, 0 to 1. */
  readonly share: number;
  /** Where it begins and ends along the bar: in counts, or in shares. */
  readonly from: number;
  readonly to: number;
}

export interface Stack {
  readonly group: string;
  readonly total: number;
  /** In the order of the series, none of them empty. */
  readonly parts: readonly Part[];
}

/** Puts the counts of each group end to end; groups stay in the order in which they come. */
export function stackOf(rows: readonly PairCount[], series: readonly Series[], measure: Measure): Stack[] {
  const groups = new Map<string, Map<string, number>>();
  for (const { group, value, count } of rows) {
    const counts = groups.get(group) ?? new Map<string, number>();
    groups.set(group, counts.set(value, (counts.get(value) ?? 0) + count));
  }
  return Array.from(groups, ([group, counts]) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const unit = measure === 'share' ? total : 1;
    let at = 0;
    const parts = series.flatMap((one): Part[] => {
      const count = counts.get(one.value) ?? 0;
      if (count === 0) return [];
      const from = at;
      at += count;
      return [{ group, series: one, count, share: count / total, from: from / unit, to: at / unit }];
    });
    return { group, total, parts };
  }).filter(({ total }) => total > 0);
}

export type Move = 'next' | 'previous' | 'group-after' | 'group-before' | 'first' | 'last';

/**
 * The part that a key leads to from another one, by their places in the order of the stacks; where there is none, it stays.
 */
export function stepFrom(stacks: readonly Stack[], at: number, move: Move): number {
  const starts: number[] = [];
  let count = 0;
  for (const { parts } of stacks) {
    starts.push(count);
    count += parts.length;
  }
  if (move === 'first') return 0;
  if (move === 'last') return count - 1;
  if (move === 'next' || move === 'previous') return Math.min(count - 1, Math.max(0, at + (move === 'next' ? 1 : -1)));
  const group = starts.findLastIndex((start) => start <= at);
  const other = stacks[group + (move === 'group-after' ? 1 : -1)];
  if (other === undefined) return at;
  const { value } = stacks[group]!.parts[at - starts[group]!]!.series;
  const same = other.parts.findIndex(({ series }) => series.value === value);
  return starts[group + (move === 'group-after' ? 1 : -1)]! + Math.max(0, same);
}
