import type { RoleSpans } from '../attribution/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import type { SegmentedDocument, Window } from '../segment/index.ts';
import { addUnnamedQuotations } from './add-unnamed-quotations.ts';
import { chooseAttributions } from './choose-attributions.ts';
import { continueQuotations } from './continue-quotations.ts';
import { decodeAttributions, type Candidate } from './decode-attributions.ts';
import { releaseQuotations } from './release-quotations.ts';

/**
 * Finds the attributions of a document, those inside the content of another one left out.
 *
 * @throws what `signal` was aborted with
 */
export async function extractAttributions(
  { document, windows }: SegmentedDocument,
  network: AttributionNetwork,
  signal?: AbortSignal,
): Promise<RoleSpans[]> {
  const { text } = document;
  const candidates = await readWindows(windows, network, signal);
  const chosen = chooseAttributions(text, candidates, network.manifest.threshold);
  return addUnnamedQuotations(text, continueQuotations(text, releaseQuotations(text, chosen)));
}

/** What the network finds in each of the windows, the unlikely included. */
export async function readWindows(
  windows: readonly Window[],
  network: AttributionNetwork,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const window of windows) {
    signal?.throwIfAborted();
    found.push(...decodeAttributions(window, await network.read(window.ids), network.manifest));
  }
  return found;
}
