import type { Span } from '../document/index.ts';

/** A word, a number or a mark of punctuation. */
export interface Word extends Span {
  /** In small letters, apostrophes straight. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether it begins with a capital. */
  readonly capital: boolean;
  /** Whether a role or somebody's quotation holds any of it. */
  readonly covered: boolean;
}

const token =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'.&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[$€£#]?\p{N}(?:[.,:]?\p{N})*(?:%|\p{L}+)?|--+|\S/gu;

/**
 * The words and marks of a stretch of text, in order.
 *
 * @param isCovered - asked for each word in turn, from left to right
 */
export function wordsIn(text: string, span: Span, isCovered: (word: Span) => boolean): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(token)) {
    const [form] = match;
    const start = span.start + match.index;
    const end = start + form.length;
    const kind = /^\p{L}/u.test(form) ? 'word' : /\p{N}/u.test(form) ? 'number' : 'mark';
    words.push({
      start,
      end,
      lower: kind === 'word' ? form.toLowerCase().replaceAll('’', "'") : form,
      kind,
      capital: kind === 'word' && /^\p{Lu}/u.test(form),
      covered: isCovered({ start, end }),
    });
  }
  return words;
}
