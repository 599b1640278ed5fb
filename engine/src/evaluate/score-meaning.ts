import { distances, quotationForms, sourceTypes, stances } from '../attribution/index.ts';
import { macroF1, scoreValues, tabulate, type Confusion, type Judgement, type ValueScore } from './confusion.ts';
import type { GoldAttribution, Meaning, PredictedAttribution } from './gold.ts';
import type { Pair } from './match-document.ts';
import { isSameSpeaker } from './same-speaker.ts';
import { round, roundScore, scoreOf, sumCounts, type Count, type Score } from './score.ts';

/** The labels with a closed list of values. */
export const labelValues = {
  sourceType: sourceTypes,
  quotation: quotationForms,
  stance: stances,
  distance: distances,
} as const;

export type Label = keyof typeof labelValues;

type PerLabel<T extends { readonly [label in Label]: unknown }> = { readonly [label in Label]: T[label] };

/** How well the meaning of the attributions that were found, and paired with a labelled one, was told. */
export interface MeaningEvaluation {
  /** Pairs whose reference attribution is labelled. Everything below is of these alone. */
  readonly pairs: number;
  /** Share right. */
  readonly accuracy: { readonly [label in 'speaker' | Label]: number };
  /** Mean F1 of the stances that the reference has. */
  readonly stanceMacroF1: number;
  /** Links from an attribution to one that it contradicts, where both were found. */
  readonly disputes: Score;
  /** Each value by itself: most values of `distance` are `neutral`, so its accuracy says little. */
  readonly values: PerLabel<{ [label in Label]: { readonly [value in Meaning[label]]: ValueScore } }>;
  readonly confusion: PerLabel<{ [label in Label]: Confusion<Meaning[label]> }>;
}

/** A document's attributions and those found in it, with the pairs they form. */
export interface PairedDocument {
  readonly gold: readonly GoldAttribution[];
  readonly found: readonly PredictedAttribution[];
  readonly pairs: readonly Pair[];
  /** Groups of names that mean the same speaker. */
  readonly aliases: readonly (readonly string[])[];
}

/** Scores speaker, source type, quotation, stance, distance and disputes on the pairs; `null` where nothing is labelled. */
export function scoreMeaning(documents: readonly PairedDocument[]): MeaningEvaluation | null {
  const labelled = documents.filter(({ gold }) => gold.some(({ meaning }) => meaning !== null));
  if (labelled.length === 0) return null;
  const judged = labelled.flatMap(judge);
  const share = (right: number): number => (judged.length > 0 ? round(right / judged.length) : 0);
  const perLabel = <T>(value: (label: Label, judgements: readonly Judgement<string>[]) => T): Record<Label, T> => {
    const labels = Object.keys(labelValues) as Label[];
    const of = (label: Label): Judgement<string>[] =>
      judged.map(({ gold, found }) => [gold[label], found[label] ?? null]);
    return Object.fromEntries(labels.map((label) => [label, value(label, of(label))])) as Record<Label, T>;
  };
  return {
    pairs: judged.length,
    accuracy: {
      speaker: share(judged.filter(({ speakerRight }) => speakerRight).length),
      ...perLabel((_, judgements) => share(judgements.filter(([gold, found]) => gold === found).length)),
    },
    stanceMacroF1: perLabel((_, judgements) => round(macroF1(judgements))).stance,
    disputes: roundScore(scoreOf(sumCounts(labelled.map(countDisputes)))),
    values: perLabel((label, judgements) => scoreValues(labelValues[label], judgements as Judgement<never>[])),
    confusion: perLabel((label, judgements) => tabulate(labelValues[label], judgements as Judgement<never>[])),
  };
}

interface Judged {
  readonly gold: Meaning;
  readonly found: PredictedAttribution;
  readonly speakerRight: boolean;
}

function judge({ gold, found, pairs, aliases }: PairedDocument): Judged[] {
  return pairs.flatMap(([i, j]) => {
    const { meaning } = gold[i]!;
    const prediction = found[j]!;
    if (meaning === null) return [];
    const speakerRight = isSameSpeaker(meaning.speaker, prediction.speaker ?? null, aliases);
    return [{ gold: meaning, found: prediction, speakerRight }];
  });
}

/** Links between attributions that are both paired; spans of the report's own voice are no links. */
function countDisputes({ gold, found, pairs }: PairedDocument): Count {
  const paired = new Map(pairs.map(([i, j]) => [gold[i]!.id, j]));
  const goldOf = new Map(pairs.map(([i, j]) => [j, gold[i]!.id]));
  const foundAt = new Map(found.map(({ id }, j) => [id ?? String(j), j]));
  const wanted = new Set<string>();
  const drawn = new Set<string>();
  for (const [i, j] of pairs) {
    const { id, meaning } = gold[i]!;
    if (meaning === null) continue;
    const link = (to: string): string => JSON.stringify([id, to]);
    for (const to of meaning.disputes) if (typeof to === 'string' && paired.has(to)) wanted.add(link(to));
    for (const to of found[j]!.disputes ?? []) {
      const against = typeof to === 'string' ? goldOf.get(foundAt.get(to) ?? -1) : undefined;
      if (against !== undefined) drawn.add(link(against));
    }
  }
  return { hit: wanted.intersection(drawn).size, found: drawn.size, gold: wanted.size };
}
