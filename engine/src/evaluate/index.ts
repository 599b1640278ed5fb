// Comes in: reference attributions, and attributions found.
// Goes out: counts and scores, the measures of docs/accuracy.md.
export { alignAttributions, jaccard } from './align.ts';
export type { RoleTokens } from './align.ts';
export { evaluateCorpus, parseGold, parsePrediction } from './evaluate-corpus.ts';
export type { Evaluation, GoldDocument, Score } from './evaluate-corpus.ts';
export { measures } from './score-document.ts';
export type { Measure } from './score-document.ts';
export { ScoredText } from './scored-text.ts';
