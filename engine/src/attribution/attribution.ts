import type { Span } from '../document/index.ts';

export type AttributionId = string & { readonly brand: 'AttributionId' };

/** The three roles of an attribution, in the order in which we name them. */
export const roles = ['source', 'cue', 'content'] as const;

export type Role = (typeof roles)[number];

/** The spans of each role, in order; an absent role is an empty list. */
export type RoleSpans = { readonly [role in Role]: readonly Span[] };

/** One place where the report hands words, beliefs, wishes or findings to somebody. */
export interface Attribution extends RoleSpans {
  /** Unique in its document; the same for the same text and network. */
  readonly id: AttributionId;
  /** The attribution whose content encloses this one, or `null`. */
  readonly parent: AttributionId | null;
}

/** What the network makes of an attribution's meaning: one score (a logit) for each value, in the order of the value lists. */
export interface MeaningScores {
  readonly stance: readonly number[];
  readonly distance: readonly number[];
  readonly sourceType: readonly number[];
  /** Times the `claim` of another attribution, how much this one looks like a contradiction of that one. */
  readonly react: Float32Array;
  readonly claim: Float32Array;
}

/** An attribution's spans with what the network said of them; `null` where a rule found it. */
export interface FoundAttribution extends RoleSpans {
  /** Probability of the anchor. */
  readonly probability: number | null;
  /** How sure the network is of the roles of the pieces that have one: the mean of their probabilities. */
  readonly roleCertainty: number | null;
  readonly meaning: MeaningScores | null;
}

/** An attribution found within the content of another one. */
export interface Nested<Found extends RoleSpans = RoleSpans> {
  readonly spans: Found;
  readonly parent: RoleSpans;
}

/** First and last character of all roles together, or `null` where every role is empty. */
export function extent(attribution: RoleSpans): Span | null {
  const [first, ...others] = roles.flatMap((role) => attribution[role]);
  if (first === undefined) return null;
  let { start, end } = first;
  for (const span of others) [start, end] = [Math.min(start, span.start), Math.max(end, span.end)];
  return { start, end };
}

/**
 * Puts attributions into document order and numbers them `a1`, `a2`, …; those without any span are dropped.
 *
 * @param nested - attributions inside the contents of `found`, with the member of `found` that encloses each
 */
export function numberAttributions<Found extends RoleSpans>(
  found: readonly Found[],
  nested: readonly Nested<Found>[] = [],
): (Found & Attribution)[] {
  const parentOf = new Map<Found, RoleSpans>(nested.map(({ spans, parent }) => [spans, parent]));
  const placed = [...found, ...parentOf.keys()].flatMap((spans) => {
    const at = extent(spans);
    return at === null ? [] : [{ spans, at }];
  });
  // Two may start together, with a source they share: the cue decides, but what encloses another comes before it.
  const cueStart = ({ cue }: RoleSpans): number => cue[0]?.start ?? -1;
  placed.sort(
    (a, b) =>
      a.at.start - b.at.start ||
      Number(parentOf.has(a.spans)) - Number(parentOf.has(b.spans)) ||
      cueStart(a.spans) - cueStart(b.spans),
  );
  const ids = new Map<RoleSpans, AttributionId>(
    placed.map(({ spans }, index) => [spans, `a${index + 1}` as AttributionId]),
  );
  return placed.map(({ spans }) => {
    const parent = parentOf.get(spans);
    return { ...spans, id: ids.get(spans)!, parent: parent === undefined ? null : (ids.get(parent) ?? null) };
  });
}
