import type { RoleSpans } from '../attribution/index.ts';
import { overlaps, paragraphSpans, quotationsIn, type Quotation, type Span } from '../document/index.ts';
import type { Candidate } from './decode-attributions.ts';
import { isStatement } from './is-statement.ts';

/**
 * Chooses among what the network found: what is likely enough, and, of the less likely, what accounts for a quotation that
 * would else be nobody's. Somebody said what stands in quotation marks; the question is only who.
 *
 * @param threshold - least probability of an attribution; candidates below it are there for the quotations alone
 */
export function chooseAttributions(text: string, candidates: readonly Candidate[], threshold: number): RoleSpans[] {
  const chosen = candidates.filter(({ probability }) => probability >= threshold).map(({ spans }) => spans);
  const doubtful = candidates.filter(({ probability }) => probability < threshold);
  if (doubtful.length === 0) return chosen;
  const open = paragraphSpans(text)
    .flatMap((paragraph) => quotationsIn(text, paragraph))
    .filter((quotation) => isStatement(text, quotation) && !chosen.some((spans) => touches(spans, quotation)));
  for (const { spans } of [...doubtful].sort((a, b) => b.probability - a.probability)) {
    const accounted = open.filter((quotation) => spans.content.some((span) => holdsMost(span, quotation)));
    if (accounted.length === 0) continue;
    chosen.push(spans);
    for (const quotation of accounted) open.splice(open.indexOf(quotation), 1);
  }
  return chosen;
}

function touches({ source, cue, content }: RoleSpans, quotation: Quotation): boolean {
  return [...source, ...cue, ...content].some((span) => overlaps(span, quotation));
}

function holdsMost(content: Span, quotation: Span): boolean {
  const shared = Math.min(content.end, quotation.end) - Math.max(content.start, quotation.start);
  return shared > 0.5 * (quotation.end - quotation.start);
}
