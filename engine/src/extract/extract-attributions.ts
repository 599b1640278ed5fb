import type { FoundAttribution, RoleSpans } from '../attribution/index.ts';
import { addHedges } from './add-hedges.ts';
import { chooseAttributions } from './choose-attributions.ts';
import { continueQuotations } from './continue-quotations.ts';
import type { Candidate } from './decode-attributions.ts';
import { dropNamings } from './drop-namings.ts';
import { releaseQuotations } from './release-quotations.ts';
import { unnamedQuotations } from './unnamed-quotations.ts';

/**
 * Makes the attributions of a document of what the network found in its windows, those inside the content of another one left out.
 *
 * @param threshold - least probability of an attribution that no quotation speaks for
 */
export function extractAttributions(
  text: string,
  candidates: readonly Candidate[],
  threshold: number,
): FoundAttribution[] {
  const chosen = chooseAttributions(text, candidates, threshold);
  const found = continueQuotations(text, releaseQuotations(text, dropNamings(text, chosen)));
  const quoted = [...found, ...unnamedQuotations(text, found).map(byRule)];
  return addHedges(text, quoted, byRule);
}

/** Spans that a rule found and the network knows nothing of. */
function byRule(spans: RoleSpans): FoundAttribution {
  return { ...spans, probability: null, roleCertainty: null, meaning: null };
}
