import { roundScore, scoreOf, type Score } from './score.ts';

/** What the reference says of an attribution and what was found; `null` where a prediction says nothing. */
export type Judgement<Value extends string> = readonly [gold: Value, found: Value | null];

/** How often each value of the reference was met by each value found; a pair that never occurred is left out. */
export type Confusion<Value extends string> = {
  readonly [gold in Value]?: { readonly [found in Value | 'missing']?: number };
};

/** How well one value was told from the others. */
export interface ValueScore extends Score {
  /** How often the reference has it. */
  readonly gold: number;
  readonly found: number;
}

/** Counts judgements; rows and columns are in the order of `values`, `missing` last. */
export function tabulate<Value extends string>(
  values: readonly Value[],
  judgements: readonly Judgement<Value>[],
): Confusion<Value> {
  const rows = values.map((gold) => {
    const of = judgements.filter((judgement) => judgement[0] === gold).map(([, found]) => found ?? 'missing');
    const cells = [...values, 'missing' as const].map(
      (found) => [found, of.filter((f) => f === found).length] as const,
    );
    return [gold, Object.fromEntries(cells.filter(([, count]) => count > 0))] as const;
  });
  return Object.fromEntries(rows.filter(([, row]) => Object.keys(row).length > 0)) as Confusion<Value>;
}

/** Precision, recall and F1 of each value. */
export function scoreValues<Value extends string>(
  values: readonly Value[],
  judgements: readonly Judgement<Value>[],
): { readonly [value in Value]: ValueScore } {
  const scores = values.map((value) => {
    const gold = judgements.filter((judgement) => judgement[0] === value);
    const found = judgements.filter((judgement) => judgement[1] === value).length;
    const hit = gold.filter((judgement) => judgement[1] === value).length;
    return [value, { ...roundScore(scoreOf({ hit, found, gold: gold.length })), gold: gold.length, found }];
  });
  return Object.fromEntries(scores) as { [value in Value]: ValueScore };
}

/** Mean F1 of the values that the reference has; 0 where it has none. */
export function macroF1<Value extends string>(judgements: readonly Judgement<Value>[]): number {
  const values = new Set(judgements.map(([gold]) => gold));
  let sum = 0;
  for (const value of values) {
    const gold = judgements.filter((judgement) => judgement[0] === value);
    const found = judgements.filter((judgement) => judgement[1] === value).length;
    sum += (2 * gold.filter((judgement) => judgement[1] === value).length) / (gold.length + found);
  }
  return values.size > 0 ? sum / values.size : 0;
}
