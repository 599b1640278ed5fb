import type { Span } from '../document/index.ts';

const longest = 60;

/** The words of a span on one line, cut short where they are many: enough to find the place. */
export function excerpt(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ');
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
}
