import type { FoundAttribution, QuotationForm, SourceType } from '../attribution/index.ts';

/** What confidence is judged by. */
export interface JudgedAttribution extends FoundAttribution {
  readonly quotation: QuotationForm;
  readonly sourceType: SourceType;
  /** Probability of the stance. */
  readonly certainty: number;
}

/**
 * What tells whether an attribution's spans are right, as numbers of about the same size: fitted to reference attributions by
 * `npm run fit`, which writes the weights into the network's manifest.
 */
export function confidenceFeatures(attribution: JudgedAttribution): { readonly [feature: string]: number } {
  const { source, cue, content, probability, roleCertainty, quotation, sourceType, certainty } = attribution;
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
  const byRule = probability === null ? 1 : 0;
  return {
    anchor: probability === null ? 0 : logit(probability),
    roles: roleCertainty === null ? 0 : logit(roleCertainty),
    byRule,
    direct: quotation === 'direct' ? 1 : 0,
    mixed: quotation === 'mixed' ? 1 : 0,
    noSource: source.length === 0 ? 1 : 0,
    noCue: cue.length === 0 ? 1 : 0,
    noContent: content.length === 0 ? 1 : 0,
    pieces: Math.min(3, content.length) - 1,
    length: Math.log(1 + length) - 4,
    nobody: sourceType === 'none' ? 1 : 0,
    stance: logit(Math.min(certainty, 0.99)),
  };
}

function logit(probability: number): number {
  const p = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(p / (1 - p));
}
