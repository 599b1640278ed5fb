import type { Span } from './span.ts';

/** A stretch in quotation marks within one paragraph; the marks are part of the span. */
export interface Quotation extends Span {
  /** False where the paragraph ends before the closing mark. */
  readonly closed: boolean;
}

/**
 * Finds double quotation marks, curly, straight or typed as two apostrophes, from left to right; a straight mark opens or closes by turns.
 *
 * Single marks are left alone: they are apostrophes more often than not. So is a straight mark that means inches.
 */
export function quotationsIn(text: string, paragraph: Span): Quotation[] {
  const quotations: Quotation[] = [];
  let start = -1;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text.charCodeAt(at);
    const doubled = isDoubled(text, at, paragraph.end);
    const straight = mark === 0x22 || (doubled && mark === 0x27);
    const opens = mark === 0x201c || mark === 0x201e || straight || doubled;
    // The mark that opens in English closes what „ has opened.
    const closes = mark === 0x201d || straight || (mark === 0x201c && start >= 0 && text.charCodeAt(start) === 0x201e);
    if (start < 0 && opens) start = straight && isInches(text, at, at + (doubled ? 2 : 1)) ? -1 : at;
    else if (start >= 0 && closes) {
      quotations.push({ start, end: at + (doubled ? 2 : 1), closed: true });
      start = -1;
    }
    if (doubled) at++;
  }
  if (start >= 0) quotations.push({ start, end: paragraph.end, closed: false });
  return quotations;
}

/** Whether two apostrophes or two grave accents stand for a mark, as archives and old wires type them. */
function isDoubled(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  return (mark === 0x27 || mark === 0x60) && at + 1 < end && text.charCodeAt(at + 1) === mark;
}

/** Whether a straight mark that could open a quotation stands for inches: `a 6" pipe`. */
function isInches(text: string, start: number, end: number): boolean {
  return /\d/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');
}
