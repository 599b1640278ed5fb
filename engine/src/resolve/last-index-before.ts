import { countWhile, type Span } from '../document/index.ts';

/** Index of the last span that starts at or before an offset; -1 where none does. */
export function lastIndexBefore(spans: readonly Span[], at: number): number {
  return countWhile(spans, ({ start }) => start <= at) - 1;
}
