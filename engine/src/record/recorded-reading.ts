import type { Span } from '../document/index.ts';

/** Whom a text refers to, as one network understood it. */
export interface RecordedEntity {
  /** Unique in its reading. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** All that refers to it, pronouns included. */
  readonly mentions: readonly Span[];
  /** Its other names, the longest first. */
  readonly aliases: readonly string[];
  /** Where the text says what it is. */
  readonly roles: readonly Span[];
}

/** What one network found in one text besides its statements. */
export interface RecordedReading {
  /** In order of their ids. */
  readonly entities: readonly RecordedEntity[];
  /** Sentences and clauses outside every statement, in order. */
  readonly ownVoice: readonly Span[];
  /** By the id of a statement: places in the report's own voice that it contradicts. */
  readonly disputedSpans: ReadonlyMap<string, readonly Span[]>;
  /** What the text made difficult. */
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly span: Span | null }[];
}
