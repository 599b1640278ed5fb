// Comes in: attributions with their speakers and stances.
// Goes out: for each, which others of the same document it contradicts.
export { sideOf } from './dispute-features.ts';
export type { JudgedAttribution, Side } from './dispute-features.ts';
export { EntityIndex } from './entity-index.ts';
export { candidatePairs, findDisputes } from './find-disputes.ts';
export type { Disputed } from './find-disputes.ts';
