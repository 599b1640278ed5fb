import { charOffsets, type Span } from '../document/index.ts';

// brat's readers take all of these for line ends; left as they are, offsets behind CRLF would shift and an annotation's line would break.
// oxlint-disable-next-line no-control-regex
const lineEnds = /[\r\v\f\u001c-\u001e\u0085\u2028\u2029]/gu;

/**
 * A text as brat has to see it, of the same length: each line end becomes one newline (CRLF a space and a newline), a tab or a byte order
 * mark a space, half a surrogate pair U+FFFD.
 */
export function bratText(text: string): string {
  return text
    .replaceAll('\r\n', ' \n')
    .replace(lineEnds, '\n')
    .replace(/\t|^\ufeff/gu, ' ')
    .toWellFormed();
}

/** Gives the places and the words of spans as a text-bound annotation has them: `5 9;12 20⇥text text`. */
export type Fragments = (spans: readonly Span[]) => string | null;

/**
 * How spans of a text that `bratText` has given are written. Offsets count code points; a span over a line end becomes several. Without
 * any character, `null`.
 */
export function bratFragments(text: string): Fragments {
  const offsets = charOffsets(text);
  return (spans) => {
    const pieces = spans.flatMap((span) => linesOf(text, span));
    if (pieces.length === 0) return null;
    const places = pieces.map(({ start, end }) => `${offsets.toCodePoint(start)} ${offsets.toCodePoint(end)}`);
    return `${places.join(';')}\t${pieces.map(({ start, end }) => text.slice(start, end)).join(' ')}`;
  };
}

/** The span without the line ends in it and the spaces beside them. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  if (!words.includes('\n')) return end > start ? [{ start, end }] : [];
  let at = start;
  return words.split('\n').flatMap((line) => {
    const from = at + line.length - line.trimStart().length;
    const to = from + line.trim().length;
    at += line.length + 1;
    return to > from ? [{ start: from, end: to }] : [];
  });
}
