import { numberAttributions, type ExtractedDocument } from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { extractAttributions, extractNested } from '../extract/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import { segmentContents, segmentDocument, type WordPiece } from '../segment/index.ts';

/** What the stages need that lasts longer than one document. */
export interface Resources {
  readonly network: AttributionNetwork;
  readonly wordPiece: WordPiece;
}

interface ReadingOptions {
  readonly nested?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The whole way of one document, in order. Its first step, `ingest`, made the document. */
export async function readDocument(
  document: Document,
  { network, wordPiece }: Resources,
  { nested = false, signal }: ReadingOptions = {},
): Promise<ExtractedDocument> {
  const { name, version, maxPieces } = network.manifest;
  const segmented = segmentDocument(document, wordPiece, maxPieces);
  const found = await extractAttributions(segmented, network, signal);
  const contents = nested ? segmentContents(document, found, wordPiece, maxPieces) : [];
  const inside = await extractNested(contents, network, signal);
  return { document, attributions: numberAttributions(found, inside), model: { name, version } };
}
