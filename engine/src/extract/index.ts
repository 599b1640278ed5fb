// Comes in: the network's scores of a document's windows, or of the windows of contents in it.
// Goes out: the source, cue and content of every attribution.
export { decodeAttributions, labels } from './decode-attributions.ts';
export type { Candidate } from './decode-attributions.ts';
export { extractAttributions } from './extract-attributions.ts';
export { extractNested } from './extract-nested.ts';
