import type { RoleSpans } from '../attribution/index.ts';
import { encloses, overlaps, paragraphSpans, quotationsIn, type Span } from '../document/index.ts';
import { standsAlone } from './add-unnamed-quotations.ts';

/**
 * Takes a closed quotation that opens a paragraph out of the content of an attribution in another paragraph.
 *
 * The network was trained on contents that sometimes run on like that; by our guide such a quotation, with no name beside
 * it, is an attribution of its own, whose speaker is to be found and not assumed. A quotation that goes on because the
 * paragraph before left it open stays, and so does one that a cue announces: `he said:` and a new paragraph.
 */
export function releaseQuotations(text: string, attributions: readonly RoleSpans[]): RoleSpans[] {
  const paragraphs = paragraphSpans(text);
  const opening = paragraphs.flatMap((paragraph, index): Span[] => {
    const first = quotationsIn(text, paragraph)[0];
    if (first === undefined || first.start !== paragraph.start || !standsAlone(text, paragraph, first)) return [];
    const above = paragraphs[index - 1];
    return above === undefined || !endsOpen(text, above) ? [first] : [];
  });
  if (opening.length === 0) return [...attributions];
  return attributions.map((attribution) => {
    const { cue, content } = attribution;
    const home = paragraphs.find((paragraph) => cue.some((span) => overlaps(span, paragraph)));
    // What a cue announces stands in another paragraph as a whole; only what is left over from it is released.
    if (home === undefined || !content.some((span) => overlaps(span, home))) return attribution;
    const released = (span: Span): boolean =>
      opening.some((quotation) => !overlaps(quotation, home) && encloses(quotation, span));
    return content.some(released)
      ? { ...attribution, content: content.filter((span) => !released(span)) }
      : attribution;
  });
}

function endsOpen(text: string, paragraph: Span): boolean {
  return quotationsIn(text, paragraph).some(({ closed }) => !closed);
}
