/** How many were right, found, and to be found. */
export interface Count {
  readonly hit: number;
  readonly found: number;
  readonly gold: number;
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  /** 95 % interval of F1, where documents were resampled. */
  readonly ci95?: readonly [low: number, high: number];
}

export function sumCounts(counts: readonly Count[]): Count {
  let [hit, found, gold] = [0, 0, 0];
  for (const count of counts) {
    hit += count.hit;
    found += count.found;
    gold += count.gold;
  }
  return { hit, found, gold };
}

/** Precision, recall and F1, as exact as they come. */
export function scoreOf({ hit, found, gold }: Count): Score {
  const p = found > 0 ? hit / found : 0;
  const r = gold > 0 ? hit / gold : 0;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

/** The same to four decimals. */
export function roundScore({ p, r, f1 }: Score): Score {
  return { p: round(p), r: round(r), f1: round(f1) };
}

/** To four decimals, and to the even one where two are as near: so the reference scorer rounds. */
export function round(value: number): number {
  const down = Math.floor(value * 1e4);
  // Only multiples of 1/32 can lie exactly between two numbers of four decimals.
  if (Number.isInteger(value * 32) && down % 2 === 0) return down / 1e4;
  return Number(value.toFixed(4));
}
