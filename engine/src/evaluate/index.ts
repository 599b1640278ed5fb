// Comes in: reference attributions, and attributions found.
// Goes out: counts and scores, the measures of docs/accuracy.md.
export { alignAttributions, jaccard } from './align.ts';
export type { RoleTokens } from './align.ts';
export { calibrationOf } from './calibration.ts';
export type { Bin, Calibration, Prediction } from './calibration.ts';
export type { Confusion, ValueScore } from './confusion.ts';
export { evaluateCorpus } from './evaluate-corpus.ts';
export type { Evaluation } from './evaluate-corpus.ts';
export { labelGold } from './gold.ts';
export type { GoldAttribution, GoldDocument, Labels, Meaning, PredictedAttribution } from './gold.ts';
export { isRelaxedMatch, matchDocument } from './match-document.ts';
export type { DocumentMatch } from './match-document.ts';
export { parseGold, parseLabels, parsePrediction } from './parse-gold.ts';
export { measures } from './score-document.ts';
export type { Measure } from './score-document.ts';
export { labelValues, scoreMeaning } from './score-meaning.ts';
export type { Label, MeaningEvaluation, PairedDocument } from './score-meaning.ts';
export type { Score } from './score.ts';
export { ScoredText } from './scored-text.ts';
