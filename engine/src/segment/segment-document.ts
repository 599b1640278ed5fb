import type { Document } from '../document/index.ts';
import { cutWindows, type Window } from './windows.ts';
import type { WordPiece } from './wordpiece.ts';

/** A document cut into the windows that the network reads. */
export interface SegmentedDocument {
  readonly document: Document;
  readonly windows: readonly Window[];
}

/** Cuts a document into windows of at most `maxPieces` pieces, the special ones included. */
export function segmentDocument(document: Document, wordPiece: WordPiece, maxPieces: number): SegmentedDocument {
  return { document, windows: cutWindows(document.text, wordPiece, maxPieces) };
}
