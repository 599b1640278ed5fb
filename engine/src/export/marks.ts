import type { Span } from '../document/index.ts';

/** A span that is to be shown as something. */
export interface MarkRange<Mark> extends Span {
  readonly mark: Mark;
}

/** A stretch of text that the same marks cover from start to end; the longest span's mark first. */
export interface MarkedStretch<Mark> extends Span {
  readonly marks: readonly Mark[];
}

/**
 * Cuts paragraphs at every edge of a span, so that each stretch can be shown in one style although spans overlap.
 *
 * @param paragraphs - in order, apart from each other
 * @returns the stretches of each paragraph; they cover all of it
 */
export function markedStretches<Mark>(
  paragraphs: readonly Span[],
  ranges: readonly MarkRange<Mark>[],
): MarkedStretch<Mark>[][] {
  // One walk over a whole report: a long one has thousands of spans, and thousands of paragraphs that each lie in few.
  const starting = ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([...paragraphs, ...starting].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  let open: MarkRange<Mark>[] = [];
  let nextRange = 0;
  let nextEdge = 0;
  return paragraphs.map((paragraph) => {
    const stretches: MarkedStretch<Mark>[] = [];
    for (; nextEdge < edges.length && edges[nextEdge]! < paragraph.end; nextEdge++) {
      const start = edges[nextEdge]!;
      open = open.filter(({ end }) => end > start);
      while (nextRange < starting.length && starting[nextRange]!.start <= start) {
        if (starting[nextRange]!.end > start) open.push(starting[nextRange]!);
        nextRange++;
      }
      if (start < paragraph.start) continue;
      open.sort((a, b) => b.end - b.start - (a.end - a.start));
      stretches.push({ start, end: edges[nextEdge + 1]!, marks: open.map(({ mark }) => mark) });
    }
    return stretches;
  });
}
