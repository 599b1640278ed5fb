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

/** Puts attributions into document order and numbers them `a1`, `a2`, … */
export function numberAttributions(found: readonly RoleSpans[]): Attribution[] {
  return found
    .map((spans) => ({ spans, at: extent(spans) }))
    .filter((x) => x.at !== null)
    .sort((a, b) => a.at!.start - b.at!.start || a.at!.end - b.at!.end)
    .map(({ spans }, index) => ({
      id: `a${index + 1}` as AttributionId,
      source: spans.source,
      cue: spans.cue,
      content: spans.content,
    }));
}
