import type { NestedSpans } from '../attribution/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import type { SegmentedContent } from '../segment/index.ts';
import { readWindows } from './extract-attributions.ts';

/**
 * Finds attributions inside the contents of others by reading each content again as if it were all there is.
 *
 * What has no content of its own is left out: read alone, a content's every noun of speech looks like a cue.
 *
 * @throws what `signal` was aborted with
 */
export async function extractNested(
  contents: readonly SegmentedContent[],
  network: AttributionNetwork,
  signal?: AbortSignal,
): Promise<NestedSpans[]> {
  const nested: NestedSpans[] = [];
  for (const { parent, windows } of contents) {
    for (const { spans, probability } of await readWindows(windows, network, signal)) {
      if (probability >= network.manifest.threshold && spans.content.length > 0) nested.push({ spans, parent });
    }
  }
  return nested;
}
