import type { Document, Span } from '../document/index.ts';
import type { Attribution, AttributionId } from './attribution.ts';
import type { Entity, EntityId } from './entity.ts';
import type { Distance, QuotationForm, SourceType, Stance } from './meaning.ts';

/** What of a statement a reason speaks of. */
export const decisions = [
  'speaker',
  'sourceType',
  'quotation',
  'stance',
  'distance',
  'disputes',
  'addressee',
  'said',
] as const;
export type Decision = (typeof decisions)[number];

/** What a decision rests on. */
export interface Reason {
  readonly decision: Decision;
  /** A short phrase: `the cue “disputed”`, `“he” refers to “Zhang”`. */
  readonly because: string;
  /** The words of the document it points at, in order; empty where it points at none. */
  readonly words: readonly Span[];
}

/** When something was said, in the report's words and as a date. */
export interface TimeOfSaying {
  readonly span: Span;
  /** ISO 8601, as precise as the words are (`2016-03`, `2016-03-08`, `2016-03-08T14:00`); `null` without a date to count from. */
  readonly date: string | null;
}

/** When, where and on what occasion something was said; what the report does not give is `null`. */
export interface Said {
  readonly time: TimeOfSaying | null;
  readonly place: Span | null;
  readonly occasion: Span | null;
}

/** An attribution with its speaker and its meaning. */
export interface Statement extends Attribution {
  /** The fullest name that the document gives for the source, as it stands in the text; `null` where the report names nobody. */
  readonly speaker: string | null;
  readonly entity: EntityId | null;
  readonly sourceType: SourceType;
  readonly quotation: QuotationForm;
  readonly stance: Stance;
  readonly distance: Distance;
  /** What it contradicts: other attributions, or a span of the report's own voice. */
  readonly disputes: readonly (AttributionId | Span)[];
  readonly addressee: Span | null;
  readonly said: Said | null;
  /** 0 to 1, calibrated: of those at 0.8, about 80 % are right. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** A document that was read: its statements in order of their first character, its entities, and what it states itself. */
export interface ReadDocument {
  readonly document: Document;
  readonly attributions: readonly Statement[];
  readonly entities: readonly Entity[];
  /** Sentences and clauses outside every attribution, in order. */
  readonly ownVoice: readonly Span[];
  /** The network that read it. */
  readonly model: { readonly name: string; readonly version: string };
}
