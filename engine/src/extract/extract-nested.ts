import type { FoundAttribution, Nested, RoleSpans } from '../attribution/index.ts';
import type { Candidate } from './decode-attributions.ts';

/**
 * Of what the network found in a content that it read as if it were all there is, what counts as an attribution inside it.
 *
 * What has no content of its own is left out: read alone, a content's every noun of speech looks like a cue.
 */
export function extractNested(
  parent: RoleSpans,
  candidates: readonly Candidate[],
  threshold: number,
): Nested<FoundAttribution>[] {
  return candidates
    .filter(({ probability, content }) => probability >= threshold && content.length > 0)
    .map((spans) => ({ spans, parent }));
}
