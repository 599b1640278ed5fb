// Comes in: a document, its attributions, and the network's features of every piece.
// Goes out: entities with their mentions, and whose word each attribution is.
export { chooseAntecedent } from './choose-antecedent.ts';
export { findMentions } from './find-mentions.ts';
export type { Mention } from './find-mentions.ts';
export { nameSpans } from './name-spans.ts';
export { resolveSources } from './resolve-sources.ts';
export type { ResolvedSource, ResolvedSources } from './resolve-sources.ts';
