import type { Span } from '../api/index.ts';

/** A span that is to be shown as something. */
export interface MarkedSpan<Mark> extends Span {
  readonly mark: Mark;
}

/** A stretch of text that the same marks cover from start to end; the longest span's mark first. */
export interface Segment<Mark> extends Span {
  readonly marks: readonly Mark[];
}

/** Lines that hold more than white space, in order, without the white space at their ends. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const words = line.trim();
    if (words === '') continue;
    const start = index + line.indexOf(words);
    spans.push({ start, end: start + words.length });
  }
  return spans;
}

/**
 * Cuts paragraphs flat at every edge of a span: elements cannot overlap, spans can.
 *
 * @param paragraphs - in order, apart from each other
 * @returns the segments of each paragraph; they cover all of it, and nothing twice
 */
export function segmentsOf<Mark>(paragraphs: readonly Span[], spans: readonly MarkedSpan<Mark>[]): Segment<Mark>[][] {
  const waiting = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: MarkedSpan<Mark>[] = [];
  return paragraphs.map((paragraph) => {
    const segments: Segment<Mark>[] = [];
    let at = paragraph.start;
    while (at < paragraph.end) {
      while (next < waiting.length && waiting[next]!.start <= at) open.push(waiting[next++]!);
      open = open.filter(({ end }) => end > at);
      // The nearest edge: where the next span starts, or the first open one ends.
      let end = Math.min(paragraph.end, waiting[next]?.start ?? Infinity);
      for (const span of open) end = Math.min(end, span.end);
      open.sort((a, b) => b.end - b.start - (a.end - a.start));
      segments.push({ start: at, end, marks: open.map(({ mark }) => mark) });
      at = end;
    }
    return segments;
  });
}
