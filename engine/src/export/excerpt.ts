import type { Span } from '../document/index.ts';

const longestPlace = 60;

/** The words of a span on one line, cut short where they are many: enough to find the place. */
export function excerpt(text: string, span: Span): string {
  return cutShort(wordsOf(text, [span]), longestPlace, longestPlace);
}

/** The words of several spans on one line, with “…” for what stands between them. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ')).join(' … ');
}

/**
 * Cuts words between two of them, and marks the cut with “[…]”.
 *
 * @param longest - characters that are left
 * @param tolerated - characters up to which nothing is cut: three words less would cost more than they save
 */
export function cutShort(words: string, longest: number, tolerated = Math.round(longest * 1.25)): string {
  if (words.length <= tolerated) return words;
  const cut = words.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut} […]`;
}
