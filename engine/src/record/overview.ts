import type { Count } from './count.ts';

/** How often two values occur together. */
export interface PairCount {
  readonly group: string;
  readonly value: string;
  readonly count: number;
}

/**
 * What a ledger, or what a query finds in it, looks like as a whole. Clauses of own voice are counted beside the statements,
 * in `ownVoiceClauses` and `voiceByPublisher` alone. An empty outlet stands for reports without one.
 */
export interface Overview {
  readonly reports: number;
  readonly statements: number;
  readonly ownVoiceClauses: number;
  readonly disputedStatements: number;
  /** `group` is an outlet, `value` a kind of source. The most frequent outlets, as many as were asked for. */
  readonly sourceTypeByPublisher: readonly PairCount[];
  /** `group` is a day (`2016-03-08`), or a month where the dates span more than 120 days. */
  readonly sourceTypeByTime: readonly PairCount[];
  readonly stanceByPublisher: readonly PairCount[];
  readonly quotationByPublisher: readonly PairCount[];
  /** `value` is `statement` or `own-voice`. */
  readonly voiceByPublisher: readonly PairCount[];
  readonly disputedByPublisher: readonly Count[];
  /** The most frequent, with the kind of source that each mostly is. */
  readonly speakers: readonly (Count & { readonly sourceType: string })[];
}
