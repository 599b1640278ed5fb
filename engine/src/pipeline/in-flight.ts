/**
 * Works on items several at a time, and gives the results in the order of the items.
 *
 * @param most - items that are held at a time
 * @param work - never rejects
 * @param signal - once aborted, no further item is taken
 */
export async function* inFlight<Item, Result>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for await (const item of items) {
    if (signal?.aborted === true) break;
    pending.push(work(item));
    if (pending.length >= most) yield await pending.shift()!;
  }
  for (const result of pending) yield await result;
}
