import type { ExtractedDocument } from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { extractAttributions } from '../extract/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import { segmentDocument, type WordPiece } from '../segment/index.ts';

/** What the stages need that lasts longer than one document. */
export interface Resources {
  readonly network: AttributionNetwork;
  readonly wordPiece: WordPiece;
}

/** The whole way of one document, in order. Its first step, `ingest`, made the document. */
export async function readDocument(document: Document, resources: Resources, signal?: AbortSignal): Promise<ExtractedDocument> {
  const { network, wordPiece } = resources;
  const segmented = segmentDocument(document, wordPiece, network.manifest.maxPieces);
  return extractAttributions(segmented, network, signal);
}
