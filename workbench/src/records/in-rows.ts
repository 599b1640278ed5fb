/** Parts of a list in which neighbours have the same key, in its order: what comes later never changes what is there. */
export function inRows<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const rows: [Item, ...Item[]][] = [];
  let last: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) rows.at(-1)!.push(item);
    else rows.push([item]);
    last = key;
  }
  return rows;
}
