// Comes in: a document.
// Goes out: the same document with the windows of pieces that the network reads.
export { segmentContents, segmentDocument } from './segment-document.ts';
export type { SegmentedContent, SegmentedDocument } from './segment-document.ts';
export type { Window } from './windows.ts';
export { WordPiece } from './wordpiece.ts';
export type { Pieces } from './wordpiece.ts';
