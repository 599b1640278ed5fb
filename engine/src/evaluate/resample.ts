/**
 * Draws as many items anew, with replacement, `draws` times over; the same draws on every machine.
 *
 * @param value - what to make of each drawn set
 * @returns the 95 % interval of the values
 */
export function resample<Item>(
  items: readonly Item[],
  draws: number,
  value: (drawn: readonly Item[]) => number,
): readonly [low: number, high: number] {
  const random = seededRandom(1);
  const values = Array.from({ length: draws }, () =>
    value(items.map(() => items[Math.floor(random() * items.length)]!)),
  ).sort((a, b) => a - b);
  return [values[Math.floor(0.025 * draws)]!, values[Math.floor(0.975 * draws)]!];
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
