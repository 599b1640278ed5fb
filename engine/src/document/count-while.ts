/**
 * How many items, from the first on, fulfil a condition that none fulfils after one that does not: by bisection. It is also
 * the index of the first that does not.
 */
export function countWhile<Item>(items: readonly Item[], holds: (item: Item, index: number) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
