import type { RoleSpans } from '../attribution/index.ts';
import { overlaps, paragraphSpans, quotationsIn, type Quotation, type Span } from '../document/index.ts';
import { isStatement } from './is-statement.ts';

/**
 * Adds the quotations that stand as sentences of their own with nobody's name beside them: attributions with a content
 * alone, whose speaker the report leaves to the reader.
 */
export function addUnnamedQuotations(text: string, attributions: readonly RoleSpans[]): RoleSpans[] {
  const taken = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  const added: RoleSpans[] = [];
  for (const paragraph of paragraphSpans(text)) {
    for (const quotation of quotationsIn(text, paragraph)) {
      if (!standsAlone(text, paragraph, quotation) || taken.some((span) => overlaps(span, quotation))) continue;
      added.push({ source: [], cue: [], content: [{ start: quotation.start, end: quotation.end }] });
    }
  }
  return [...attributions, ...added];
}

/** Whether the marks hold a whole sentence: after a sentence end or at the paragraph's start, and ended inside. */
export function standsAlone(text: string, paragraph: Span, quotation: Quotation): boolean {
  if (!quotation.closed || !isStatement(text, quotation)) return false;
  const before = text.slice(paragraph.start, quotation.start).trimEnd();
  const startsSentence = before === '' || /[.!?][”"’')\]]*$/u.test(before);
  return startsSentence && /[.!?…][’']?[”"]$/u.test(text.slice(quotation.start, quotation.end));
}
