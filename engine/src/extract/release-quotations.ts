import type { RoleSpans } from '../attribution/index.ts';
import { encloses, overlaps, paragraphSpans, quotationsIn, type Span } from '../document/index.ts';
import { SpanIndex } from './span-index.ts';
import { standsAlone } from './unnamed-quotations.ts';

/**
 * Takes a closed quotation that opens a paragraph out of the content of an attribution in another paragraph.
 *
 * The network was trained on contents that sometimes run on like that; by our guide such a quotation, with no name beside
 * it, is an attribution of its own, whose speaker is to be found and not assumed. A quotation that goes on because the
 * paragraph before left it open stays, and so does one that a cue announces: `he said:` and a new paragraph.
 */
export function releaseQuotations<Found extends RoleSpans>(text: string, attributions: readonly Found[]): Found[] {
  const paragraphs = paragraphSpans(text);
  const opening = paragraphs.flatMap((paragraph, index): Span[] => {
    const first = quotationsIn(text, paragraph)[0];
    if (first === undefined || first.start !== paragraph.start || !standsAlone(text, paragraph, first)) return [];
    const above = paragraphs[index - 1];
    return above === undefined || !endsOpen(text, above) ? [first] : [];
  });
  if (opening.length === 0) return [...attributions];
  const homes = new SpanIndex(paragraphs);
  const released = new SpanIndex(opening);
  return attributions.map((attribution) => {
    const { cue, content } = attribution;
    const home = cue.flatMap((span) => homes.overlapping(span)).sort((a, b) => a.start - b.start)[0];
    // What a cue announces stands in another paragraph as a whole; only what is left over from it is released.
    if (home === undefined || !content.some((span) => overlaps(span, home))) return attribution;
    const kept = content.filter(
      (span) =>
        !released.overlapping(span).some((quotation) => !overlaps(quotation, home) && encloses(quotation, span)),
    );
    return kept.length === content.length ? attribution : { ...attribution, content: kept };
  });
}

function endsOpen(text: string, paragraph: Span): boolean {
  return quotationsIn(text, paragraph).some(({ closed }) => !closed);
}
