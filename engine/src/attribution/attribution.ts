import type { Document, Span } from '../document/index.ts';

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

/** Spans of an attribution found within the content of another one. */
export interface NestedSpans {
  readonly spans: RoleSpans;
  readonly parent: RoleSpans;
}

/** A document and the attributions in it, in order of their first character. */
export interface ExtractedDocument {
  readonly document: Document;
  readonly attributions: readonly Attribution[];
  /** The network that read it. */
  readonly model: { readonly name: string; readonly version: string };
}

/** First and last character of all roles together, or `null` where every role is empty. */
export function extent(attribution: RoleSpans): Span | null {
  const spans = roles.flatMap((role) => attribution[role]);
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
}

/**
 * Puts attributions into document order and numbers them `a1`, `a2`, …; those without any span are dropped.
 *
 * @param nested - attributions inside the contents of `found`, with the member of `found` that encloses each
 */
export function numberAttributions(found: readonly RoleSpans[], nested: readonly NestedSpans[] = []): Attribution[] {
  const parentOf = new Map(nested.map(({ spans, parent }) => [spans, parent]));
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
  const ids = new Map(placed.map(({ spans }, index) => [spans, `a${index + 1}` as AttributionId]));
  return placed.map(({ spans }) => {
    const { source, cue, content } = spans;
    const parent = parentOf.get(spans);
    return {
      id: ids.get(spans)!,
      source,
      cue,
      content,
      parent: parent === undefined ? null : (ids.get(parent) ?? null),
    };
  });
}
