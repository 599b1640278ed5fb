import { roles, type RoleSpans } from '../attribution/index.ts';
import { quotationsIn, type Span } from '../document/index.ts';

/** Fewer words than this in quotation marks are a title, a nickname or scare quotes, and belong to the sentence around them. */
const leastWords = 4;

/** What is somebody else's: every role of every attribution, in order and without overlap. */
export function coveredSpans(attributions: readonly RoleSpans[]): Span[] {
  return mergeSpans(attributions.flatMap((attribution) => roles.flatMap((role) => attribution[role])));
}

/**
 * Stretches in quotation marks long enough to be somebody's words, in order: whoever said them, they are not the outlet's.
 *
 * Besides double marks these are marks typed as two apostrophes, and single ones where they close behind a comma or stop.
 */
export function statementQuotations(text: string, paragraphs: readonly Span[]): Span[] {
  const found = paragraphs.flatMap((paragraph) => [
    ...quotationsIn(text, paragraph),
    ...apostrophePairs(text, paragraph),
  ]);
  return mergeSpans(found.filter((span) => hasWords(text, span, leastWords)));
}

const doubled = /(?<!\S|['’])''(?=[^\s'])|(?<=\S)''(?!')/gu;
const single = /(?<![\p{L}\p{N}'’])['‘](?=[\p{L}\p{N}])|(?<=[.,?!…])['’](?![\p{L}\p{N}'’])/gu;

function apostrophePairs(text: string, paragraph: Span): Span[] {
  const line = text.slice(paragraph.start, paragraph.end);
  if (!/['‘’]/u.test(line)) return [];
  return [...pairs(line, doubled), ...pairs(line, single)].map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
}

/** Pairs of an opening mark, told by what stands before it, and the next closing one. */
function pairs(line: string, mark: RegExp): Span[] {
  const spans: Span[] = [];
  let start = -1;
  for (const match of line.matchAll(mark)) {
    const before = line[match.index - 1];
    const opens = before === undefined || /[\s(“"—–-]/u.test(before);
    if (opens) start = match.index;
    else if (start >= 0) {
      spans.push({ start, end: match.index + match[0].length });
      start = -1;
    }
  }
  return spans;
}

/** Whether a stretch has at least so many words. */
export function hasWords(text: string, { start, end }: Span, least: number): boolean {
  let count = 0;
  for (const _ of text.slice(start, end).matchAll(/\S+/gu)) if (++count === least) return true;
  return false;
}

/** Spans in order, those that overlap or touch made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}
