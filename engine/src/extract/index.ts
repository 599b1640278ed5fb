// Comes in: a document's windows, and a network to read them.
// Goes out: the attributions of the document.
export { extractAttributions } from './extract-attributions.ts';
export { labels } from './decode-attributions.ts';
