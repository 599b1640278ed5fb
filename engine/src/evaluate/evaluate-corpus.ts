import { calibrationOf, type Calibration, type Prediction } from './calibration.ts';
import type { GoldDocument, PredictedAttribution } from './gold.ts';
import { isRelaxedMatch, matchDocument, type DocumentMatch } from './match-document.ts';
import { resample } from './resample.ts';
import { measures, scoreDocument, type Counts, type Measure } from './score-document.ts';
import { scoreMeaning, type MeaningEvaluation } from './score-meaning.ts';
import { round, roundScore, scoreOf, sumCounts, type Count, type Score } from './score.ts';
import { ScoredText } from './scored-text.ts';

export interface Evaluation {
  readonly documents: number;
  /** Ids of reference documents with no prediction; they count as documents with no attributions found. */
  readonly missing: readonly string[];
  readonly scores: { readonly [measure in Measure]: Score };
  /** `null` where the reference says nothing of what its attributions mean. */
  readonly meaning: MeaningEvaluation | null;
  /** Confidence against `full_relaxed`, of every prediction that has one; `null` where none has. */
  readonly calibration: Calibration | null;
}

/** A document of the reference, what was found in it, and how that matches each annotator's version, the document's own first. */
interface MatchedDocument {
  readonly document: GoldDocument;
  readonly found: readonly PredictedAttribution[];
  readonly matches: readonly [DocumentMatch, ...DocumentMatch[]];
}

/**
 * Scores predictions against a reference. A document that several people annotated is scored against each, at weight 1/k;
 * what its attributions mean, against the first alone.
 *
 * @param bootstrap - how often to resample the documents for intervals; 0 for none
 */
export function evaluateCorpus(
  gold: readonly GoldDocument[],
  predicted: ReadonlyMap<string, readonly PredictedAttribution[]>,
  bootstrap: number = 0,
): Evaluation {
  const matched = gold.map((document): MatchedDocument => {
    const text = new ScoredText(document.text);
    const found = predicted.get(document.id) ?? [];
    const further = document.alternatives.map((version) => matchDocument(text, version, found));
    return { document, found, matches: [matchDocument(text, document.attributions, found), ...further] };
  });
  const counts = matched.map(({ matches }) => average(matches.map(scoreDocument)));
  return {
    documents: gold.length,
    missing: gold.filter(({ id }) => !predicted.has(id)).map(({ id }) => id),
    scores: perMeasure((measure) => {
      const own = counts.map((count) => count[measure]);
      const score = roundScore(scoreOf(sumCounts(own)));
      if (bootstrap === 0) return score;
      const [low, high] = resample(own, bootstrap, (drawn) => scoreOf(sumCounts(drawn)).f1);
      return { ...score, ci95: [round(low), round(high)] };
    }),
    meaning: scoreMeaning(
      matched.map(({ document, found, matches: [{ pairs }] }) => ({
        gold: document.attributions,
        found,
        pairs,
        aliases: document.aliases ?? [],
      })),
    ),
    calibration: calibrationOf(matched.flatMap(predictionsOf)),
  };
}

/** Each prediction with a confidence, and the share of the annotators with whom it agrees. */
function predictionsOf({ found, matches }: MatchedDocument): Prediction[] {
  const right = matches.map((match) => new Set(match.pairs.filter((p) => isRelaxedMatch(match, p)).map(([, j]) => j)));
  return found.flatMap(({ confidence }, j) => {
    if (confidence === null || confidence === undefined) return [];
    return [{ confidence, right: right.filter((places) => places.has(j)).length / right.length }];
  });
}

function average(versions: readonly Counts[]): Counts {
  return perMeasure((measure): Count => {
    const { hit, found, gold } = sumCounts(versions.map((counts) => counts[measure]));
    return { hit: hit / versions.length, found: found / versions.length, gold: gold / versions.length };
  });
}

function perMeasure<T>(value: (measure: Measure) => T): { readonly [measure in Measure]: T } {
  return Object.fromEntries(measures.map((measure) => [measure, value(measure)])) as { [measure in Measure]: T };
}
