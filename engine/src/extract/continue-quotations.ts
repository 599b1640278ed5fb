import type { RoleSpans } from '../attribution/index.ts';
import { overlaps, paragraphSpans, quotationsIn, type Span } from '../document/index.ts';

/**
 * Lets a quotation that a paragraph leaves open go on in the next one, as newspapers print a long quotation: no closing
 * mark at the end of the paragraph, an opening mark at the start of the next.
 *
 * The next paragraph's quotation becomes a further piece of the same content, unless some attribution has it already.
 */
export function continueQuotations(text: string, attributions: readonly RoleSpans[]): RoleSpans[] {
  const result = [...attributions];
  const paragraphs = paragraphSpans(text);
  for (let i = 0; i + 1 < paragraphs.length; i++) {
    const open = quotationsIn(text, paragraphs[i]!).at(-1);
    const next = quotationsIn(text, paragraphs[i + 1]!)[0];
    if (open === undefined || open.closed || next === undefined || next.start !== paragraphs[i + 1]!.start) continue;
    const owner = result.findIndex(({ content }) => content.some((span) => covers(span, open)));
    if (owner < 0) continue;
    const known = result.some(({ source, cue, content }) =>
      [...source, ...cue, ...content].some((s) => overlaps(s, next)),
    );
    if (known) continue;
    const { start, end } = next;
    result[owner] = { ...result[owner]!, content: [...result[owner]!.content, { start, end }] };
  }
  return result;
}

/** Whether a content reaches the end of an open quotation, give or take a mark. */
function covers(content: Span, open: Span): boolean {
  return overlaps(content, open) && open.end - content.end <= 1;
}
