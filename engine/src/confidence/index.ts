// Comes in: an attribution with what the network and the stages before said of it.
// Goes out: how likely it is right.
export { confidenceFeatures } from './confidence-features.ts';
export type { JudgedAttribution } from './confidence-features.ts';
export { judgeConfidence } from './judge-confidence.ts';
