import type { Mention } from './find-mentions.ts';

/** Why a mention belongs where it does. */
export interface Link {
  readonly mention: Mention;
  /** What it refers back to, or `null` where it is the first of its cluster. */
  readonly antecedent: Mention | null;
  /** A short phrase: `the same name`, `a pronoun for`. */
  readonly because: string;
}

/** Mentions of one and the same person, body, place or thing, while they are being gathered. */
export interface Cluster {
  readonly links: Link[];
  /** Mentions of it by name, with the place of the name in the text. */
  readonly names: Name[];
  /** Whether it is a state, which its government speaks for. */
  isState: boolean;
}

/** A mention's name without title and article. */
export interface Name {
  readonly mention: Mention;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case. */
  readonly words: readonly string[];
}

/** Whether the network takes a cluster's mentions for a person's, by all of them together. */
export function isPerson(mentions: readonly Mention[], types: readonly string[]): boolean {
  let odds = 0;
  for (const mention of mentions) odds += personOdds(mention, types);
  return odds > 0;
}

/** By how much the network takes a mention rather for a person's than for anything else's, in logits. */
export function personOdds({ types: logits }: Mention, types: readonly string[]): number {
  const person = types.indexOf('person');
  return logits[person]! - Math.max(...logits.filter((_, index) => index !== person));
}

/** The likeliest of the network's types for mentions taken together. */
export function typeOf(mentions: readonly Mention[], types: readonly string[]): string {
  const sums = types.map((_, index) => mentions.reduce((sum, { types: logits }) => sum + logits[index]!, 0));
  return types[sums.indexOf(Math.max(...sums))]!;
}
