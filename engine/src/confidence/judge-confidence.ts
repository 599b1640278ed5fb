import { probabilityOf, type Logistic } from '../inference/index.ts';
import { confidenceFeatures, type JudgedAttribution } from './confidence-features.ts';

/** How likely an attribution is right as `full_relaxed` counts it (cue, content by half, source), calibrated. */
export function judgeConfidence(attribution: JudgedAttribution, model: Logistic): number {
  return probabilityOf(model, confidenceFeatures(attribution));
}
