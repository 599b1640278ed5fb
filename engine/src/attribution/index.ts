// Comes in: spans of a document.
// Goes out: attributions, each with its source, cue and content.
export { annotate } from './annotate.ts';
export { extent, numberAttributions, roles } from './attribution.ts';
export type { Attribution, AttributionId, ExtractedDocument, NestedSpans, Role, RoleSpans } from './attribution.ts';
