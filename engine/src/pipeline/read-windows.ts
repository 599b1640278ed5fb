import type { Span } from '../document/index.ts';
import { decodeAttributions, type Candidate } from '../extract/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import { findMentions, nameSpans, type Mention } from '../resolve/index.ts';
import type { Window } from '../segment/index.ts';

/** What one reading of a document's windows gives. */
export interface WindowsRead {
  /** The unlikely included. */
  readonly candidates: readonly Candidate[];
  /** In order of their start, the longer first. */
  readonly mentions: readonly Mention[];
}

/**
 * Runs the network over each window and takes from its scores what later stages need: a long document's scores would not fit into memory
 * together.
 *
 * @param asked - spans that are mentions in any case
 * @throws what `signal` was aborted with
 */
export async function readWindows(
  text: string,
  windows: readonly Window[],
  network: AttributionNetwork,
  signal?: AbortSignal,
  asked: readonly Span[] = [],
): Promise<WindowsRead> {
  const candidates: Candidate[] = [];
  const mentions: Mention[] = [];
  const names = nameSpans(text);
  let next = 0;
  for (const window of windows) {
    signal?.throwIfAborted();
    const scores = await network.read(window.ids);
    const found = decodeAttributions(window, scores, network.manifest);
    for (const candidate of found) candidates.push(candidate);
    const wanted = [...asked, ...found.flatMap(({ source }) => source.slice(0, 1))];
    const end = window.end.findLast((at) => at >= 0) ?? 0;
    while (next < names.length && names[next]!.start < end) wanted.push(names[next++]!);
    for (const mention of findMentions(text, window, scores.mentions, network.manifest.mentions, wanted)) {
      mentions.push(mention);
    }
  }
  return { candidates, mentions };
}
