// Comes in: windows of a document or of contents in it, and a network to read them.
// Goes out: the source, cue and content of every attribution.
export { labels } from './decode-attributions.ts';
export { extractAttributions } from './extract-attributions.ts';
export { extractNested } from './extract-nested.ts';
