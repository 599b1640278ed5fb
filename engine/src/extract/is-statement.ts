import type { Span } from '../document/index.ts';

/** Quotations of fewer words are titles, nicknames or scare quotes more often than somebody's statement; not tuned. */
const leastWords = 4;

/** Whether a quotation is long enough to be somebody's statement. */
export function isStatement(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim().split(/\s+/u).length >= leastWords;
}
