import type { Span } from './span.ts';

const paragraph = /[^\n\r\u2028\u2029]+/gu;

/** Lines that hold more than white space, in order, without the white space at their ends. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(paragraph)) {
    const line = match[0];
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const start = match.index + line.indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}
