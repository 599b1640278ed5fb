import { countWhile, overlaps, type Span } from '../document/index.ts';

/** Finds the spans at a place without looking at all of them. */
export class SpanIndex<Placed extends Span> {
  /** By their start. */
  readonly #spans: readonly Placed[];
  /** The furthest end of each span and those before it. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Placed[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    let reach = -1;
    this.#reach = this.#spans.map(({ end }) => (reach = Math.max(reach, end)));
  }

  /** Those that share a character with another span, by their start. */
  overlapping(span: Span): Placed[] {
    const found: Placed[] = [];
    for (let i = this.#startingBefore(span.end) - 1; i >= 0 && this.#reach[i]! > span.start; i--) {
      if (overlaps(this.#spans[i]!, span)) found.push(this.#spans[i]!);
    }
    return found.reverse();
  }

  /** How many start before an offset, by bisection. */
  #startingBefore(offset: number): number {
    return countWhile(this.#spans, ({ start }) => start < offset);
  }
}
