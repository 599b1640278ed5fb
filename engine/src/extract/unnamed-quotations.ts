import { roles, type RoleSpans } from '../attribution/index.ts';
import { paragraphSpans, quotationsIn, type Quotation, type Span } from '../document/index.ts';
import { isStatement } from './is-statement.ts';
import { SpanIndex } from './span-index.ts';

/** Longest run of closing marks and spaces looked at between a stop and a quotation: more of them are no sentence end. */
const longestEnd = 40;

/**
 * Finds the quotations that stand as sentences of their own with nobody's name beside them: attributions with a content
 * alone, whose speaker the report leaves to the reader.
 */
export function unnamedQuotations(text: string, attributions: readonly RoleSpans[]): RoleSpans[] {
  const taken = new SpanIndex(attributions.flatMap((found) => roles.flatMap((role) => found[role])));
  const added: RoleSpans[] = [];
  for (const paragraph of paragraphSpans(text)) {
    for (const quotation of quotationsIn(text, paragraph)) {
      if (!standsAlone(text, paragraph, quotation) || taken.overlapping(quotation).length > 0) continue;
      added.push({ source: [], cue: [], content: [{ start: quotation.start, end: quotation.end }] });
    }
  }
  return added;
}

/** Whether the marks hold a whole sentence: after a sentence end or at the paragraph's start, and ended inside. */
export function standsAlone(text: string, paragraph: Span, quotation: Quotation): boolean {
  if (!quotation.closed || !isStatement(text, quotation)) return false;
  const before = text.slice(Math.max(paragraph.start, quotation.start - longestEnd), quotation.start).trimEnd();
  const startsSentence = quotation.start === paragraph.start || /[.!?][”"’')\]]*$/u.test(before);
  return (
    startsSentence &&
    /[.!?…][’']?(?:[”"]|'')$/u.test(text.slice(Math.max(quotation.start, quotation.end - 4), quotation.end))
  );
}
