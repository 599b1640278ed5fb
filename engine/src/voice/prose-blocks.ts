import { paragraphSpans, type Span } from '../document/index.ts';

/** Lines shorter than this end for a reason of their own; editors and mail programs wrap at some 60 to 80 characters. */
const shortestWrapped = 40;

/**
 * The paragraphs of a text, lines that an editor has wrapped put together again.
 *
 * Lines count as wrapped where, in a block without blank lines, some line goes on in small letters on the next.
 */
export function proseBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  const lines = paragraphSpans(text);
  let from = 0;
  while (from < lines.length) {
    let to = from + 1;
    while (to < lines.length && isNextLine(text, lines[to - 1]!, lines[to]!)) to++;
    const block = lines.slice(from, to);
    const wrapped = block.some((line, index) => index > 0 && goesOn(text, block[index - 1]!, line));
    for (const [index, line] of block.entries()) {
      const last = block[index - 1];
      if (wrapped && last !== undefined && last.end - last.start >= shortestWrapped && !isHeadline(text, last)) {
        blocks.push({ start: blocks.pop()!.start, end: line.end });
      } else blocks.push(line);
    }
    from = to;
  }
  return blocks;
}

/** Whether no blank line stands between two lines. */
function isNextLine(text: string, { end }: Span, { start }: Span): boolean {
  // Longer gaps than indented text has are not looked through.
  return start - end < 40 && /^[^\n\r]*(?:\r\n|[\n\r\u2028])[^\n\r]*$/u.test(text.slice(end, start));
}

/** Whether a line breaks off and the next goes on with it. */
function goesOn(text: string, line: Span, next: Span): boolean {
  return (
    line.end - line.start >= shortestWrapped &&
    /[\p{L}\p{N},;–—-]$/u.test(text.slice(line.end - 2, line.end)) &&
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  );
}

/** Whether a line has no stop at its end and a capital on most of its words. */
function isHeadline(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, Math.min(end, start + 400));
  const words = line.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return !/[.!?:]["”’)]?$/u.test(line) && words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * words.length;
}
