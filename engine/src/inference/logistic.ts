/** A logistic regression: what each feature is worth, in logits. */
export interface Logistic {
  readonly bias: number;
  readonly weights: { readonly [feature: string]: number };
}

/**
 * The probability that a logistic regression gives to features.
 *
 * A feature that the regression does not know counts nothing, so that features can be tried before they are fitted.
 */
export function probabilityOf({ bias, weights }: Logistic, features: { readonly [feature: string]: number }): number {
  let logit = bias;
  for (const [name, value] of Object.entries(features)) logit += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-logit));
}
