import { numberAttributions, type ExtractedDocument, type RoleSpans } from '../attribution/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import type { SegmentedDocument } from '../segment/index.ts';
import { clipDateline } from './clip-dateline.ts';
import { continueQuotations } from './continue-quotations.ts';
import { decodeAttributions } from './decode-attributions.ts';
import { addUnnamedQuotations } from './add-unnamed-quotations.ts';

/**
 * Finds every attribution of a document.
 *
 * @throws what `signal` was aborted with
 */
export async function extractAttributions(
  { document, windows }: SegmentedDocument,
  network: AttributionNetwork,
  signal?: AbortSignal,
): Promise<ExtractedDocument> {
  const found: RoleSpans[] = [];
  for (const window of windows) {
    signal?.throwIfAborted();
    found.push(...decodeAttributions(window, await network.read(window.ids), network.manifest));
  }
  const { text, dateline } = document;
  const clipped = found.map((attribution) => clipDateline(text, dateline, attribution));
  const attributions = numberAttributions(addUnnamedQuotations(text, continueQuotations(text, clipped)));
  const { name, version } = network.manifest;
  return { document, attributions, model: { name, version } };
}
