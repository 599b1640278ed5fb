import type { QuotationForm } from '../attribution/index.ts';
import { countWhile, paragraphSpans, quotationsIn, type Span } from '../document/index.ts';

const word = /[\p{L}\p{N}_]+/gu;

/** Share of a content's words in quotation marks from which the whole counts as quoted: a stray word outside is a slip of a span's edge. */
const nearlyAll = 0.95;

/** Tells the quotation forms of a text's contents: how much of each stands in quotation marks. Made once a document. */
export function quotationForms(text: string, contents: readonly (readonly Span[])[]): QuotationForm[] {
  const quoted = paragraphSpans(text).flatMap((paragraph) => {
    const double = quotationsIn(text, paragraph);
    const single = withoutOverlaps(singleQuotations(text, paragraph), double);
    return [...double, ...single].sort((a, b) => a.start - b.start);
  });
  return contents.map((spans) => {
    let [words, inside] = [0, 0];
    let reported = false;
    for (const { start, end } of spans) {
      let at = firstEndingAfter(quoted, start);
      for (const match of text.slice(start, end).matchAll(word)) {
        const from = start + match.index;
        while (at < quoted.length && quoted[at]!.end <= from) at++;
        words++;
        if (at < quoted.length && quoted[at]!.start <= from) inside++;
        else reported ||= /^that$/iu.test(match[0]);
      }
    }
    if (inside === 0) return 'indirect';
    // However long the quotation, a `that` before it is the report's.
    return !reported && inside / words >= nearlyAll ? 'direct' : 'mixed';
  });
}

/** Spans that share no character with the others; both in order and without overlaps among themselves. */
function withoutOverlaps(spans: readonly Span[], others: readonly Span[]): Span[] {
  let at = 0;
  return spans.filter(({ start, end }) => {
    while (at < others.length && others[at]!.end <= start) at++;
    return at === others.length || others[at]!.start >= end;
  });
}

/** A mark before a word, unless it stands for what a word has lost: the ’90s, ’em, rock ’n’ roll. */
const singleOpening = /(?<![\p{L}\p{N}’'])[‘'](?=[\p{L}\p{N}])(?!(?:\d\ds|tis|twas|til|em|n)(?![\p{L}\p{N}]))/giu;
const singleClosing = /(?<=[\p{L}\p{N}.,!?…])[’'](?![\p{L}\p{N}])/gu;

/** Stretches in single marks, as headlines and British papers quote: a mark before a word, and the next one after a word. */
function singleQuotations(text: string, { start, end }: Span): Span[] {
  const paragraph = text.slice(start, end);
  const spans: Span[] = [];
  const openings = [...paragraph.matchAll(singleOpening)].map(({ index }) => index);
  const closings = [...paragraph.matchAll(singleClosing)].map(({ index }) => index);
  let after = 0;
  let next = 0;
  for (const [index, opening] of openings.entries()) {
    if (opening < after) continue;
    while (next < closings.length && closings[next]! <= opening) next++;
    if (next === closings.length) break;
    // Of several marks before the next quotation opens, what looks like a possessive is passed over.
    const until = openings[index + 1] ?? paragraph.length;
    let closing = next;
    while (closings[closing]! < until && isPossessive(paragraph, closings[closing]!)) closing++;
    if (!(closings[closing]! < until)) closing = next;
    after = closings[closing]! + 1;
    spans.push({ start: start + opening, end: start + after });
    next = closing + 1;
  }
  return spans;
}

/** Whether a mark can be that of owners in the plural: the ministers’ plan. */
function isPossessive(paragraph: string, mark: number): boolean {
  return /^s[’'] \p{L}/u.test(paragraph.slice(mark - 1, mark + 3));
}

/** Index of the first span that ends after an offset, by bisection. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  return countWhile(spans, ({ end }) => end <= at);
}
