import { roles } from '../attribution/index.ts';
import { paragraphSpans, quotationsIn, type Span } from '../document/index.ts';
import type { Candidate } from './decode-attributions.ts';
import { isStatement } from './is-statement.ts';
import { SpanIndex } from './span-index.ts';

/**
 * Chooses among what the network found: what is likely enough, and, of the less likely, what accounts for a quotation that
 * would else be nobody's. Somebody said what stands in quotation marks; the question is only who.
 *
 * @param threshold - least probability of an attribution; candidates below it are there for the quotations alone
 */
export function chooseAttributions(text: string, candidates: readonly Candidate[], threshold: number): Candidate[] {
  const chosen = candidates.filter(({ probability }) => probability >= threshold);
  const doubtful = candidates.filter(({ probability }) => probability < threshold);
  if (doubtful.length === 0) return chosen;
  const taken = new SpanIndex(chosen.flatMap((found) => roles.flatMap((role) => found[role])));
  const quotations = paragraphSpans(text)
    .flatMap((paragraph) => quotationsIn(text, paragraph))
    .filter((quotation) => isStatement(text, quotation) && taken.overlapping(quotation).length === 0);
  const placed = new SpanIndex(quotations);
  const open = new Set<Span>(quotations);
  for (const found of [...doubtful].sort((a, b) => b.probability - a.probability)) {
    const accounted = found.content.flatMap((span) =>
      placed.overlapping(span).filter((quotation) => open.has(quotation) && holdsMost(span, quotation)),
    );
    if (accounted.length === 0) continue;
    chosen.push(found);
    for (const quotation of accounted) open.delete(quotation);
  }
  return chosen;
}

function holdsMost(content: Span, quotation: Span): boolean {
  const shared = Math.min(content.end, quotation.end) - Math.max(content.start, quotation.start);
  return shared > 0.5 * (quotation.end - quotation.start);
}
