import { round } from './score.ts';

/** How sure somebody was of an attribution, and how right it was: 1, 0, or the share of the annotators who agree. */
export interface Prediction {
  readonly confidence: number;
  readonly right: number;
}

/** Predictions of about the same confidence. */
export interface Bin {
  /** Mean of their confidence. */
  readonly confidence: number;
  /** Share of them that is right. */
  readonly right: number;
  readonly count: number;
}

/** How far confidence can be taken at its word. */
export interface Calibration {
  /** Expected calibration error: the mean distance of confidence from the share right, each bin at its count. */
  readonly ece: number;
  /** The reliability diagram, the least confident first. */
  readonly bins: readonly Bin[];
}

const binCount = 10;

/**
 * Compares confidence with correctness; `null` where there are no predictions.
 *
 * The bins are ten of equal count, not of equal width: the predictions are put in order of their confidence, those of the
 * same confidence in the order given, and bin k holds those from place ⌊kn/10⌋ up to ⌊(k+1)n/10⌋. So every bin says as much
 * as every other, though most predictions are confident. Of fewer than ten predictions each is its own bin.
 *
 * @see Nguyen & O'Connor (EMNLP 2015) on bins of equal count; Naeini et al. (AAAI 2015) on the error
 */
export function calibrationOf(predictions: readonly Prediction[]): Calibration | null {
  const n = predictions.length;
  if (n === 0) return null;
  const sorted = predictions.toSorted((a, b) => a.confidence - b.confidence);
  const bins = Array.from({ length: binCount }, (_, k) =>
    sorted.slice(Math.floor((k * n) / binCount), Math.floor(((k + 1) * n) / binCount)),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      confidence: mean(bin.map(({ confidence }) => confidence)),
      right: mean(bin.map(({ right }) => right)),
      count: bin.length,
    }));
  const ece = bins.reduce((sum, { confidence, right, count }) => sum + (Math.abs(confidence - right) * count) / n, 0);
  return {
    ece: round(ece),
    bins: bins.map(({ confidence, right, count }) => ({ confidence: round(confidence), right: round(right), count })),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
