import type { Distance, QuotationForm, RoleSpans, SourceType, Stance } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';

/** What an attribution means: its layer 2. `docs/meaning.md` explains the values. */
export interface Meaning {
  /** The fullest name that the document gives for the source; `null` where the report names nobody. */
  readonly speaker: string | null;
  readonly sourceType: SourceType;
  readonly quotation: QuotationForm;
  readonly stance: Stance;
  readonly distance: Distance;
  /** What it contradicts: ids of attributions, or spans of the report's own voice. */
  readonly disputes: readonly (string | Span)[];
}

/** An attribution of a reference; `meaning` is `null` where nobody labelled it. */
export interface GoldAttribution extends RoleSpans {
  /** Unique in its document. */
  readonly id: string;
  readonly meaning: Meaning | null;
}

/** A document with its reference attributions, by one annotator or several. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  /** Further annotators' versions of the same document. */
  readonly alternatives: readonly (readonly RoleSpans[])[];
  /** Groups of names that mean the same speaker; `null` where the document gives none. */
  readonly aliases: readonly (readonly string[])[] | null;
}

/** Labels for a document's attributions, kept apart from it. */
export interface Labels {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly aliases: readonly (readonly string[])[] | null;
}

/** An attribution as somebody found it: beyond its spans, anything may be missing. */
export interface PredictedAttribution
  extends RoleSpans, Possibly<Meaning & { readonly id: string; readonly confidence: number }> {}

type Possibly<T> = { readonly [key in keyof T]?: T[key] | null | undefined };

/**
 * Gives a document the labels that were kept apart from it. They take the place of all its own; an attribution that they
 * do not name is not labelled. Aliases stay the document's, where it has any.
 */
export function labelGold(document: GoldDocument, { meanings, aliases }: Labels): GoldDocument {
  if (meanings.size === 0) return { ...document, aliases: document.aliases ?? aliases };
  const attributions = document.attributions.map((row) => ({ ...row, meaning: meanings.get(row.id) ?? null }));
  return { ...document, attributions, aliases: document.aliases ?? aliases };
}
