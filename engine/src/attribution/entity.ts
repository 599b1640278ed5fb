import type { Span } from '../document/index.ts';
import type { SourceType } from './meaning.ts';

export type EntityId = string & { readonly brand: 'EntityId' };

/** What an entity is: any kind of source that somebody can be, or a place that has not spoken. */
export type EntityType = Exclude<SourceType, 'none'> | 'place' | 'other';

/** Somebody or something that a document refers to, by one mention or many. */
export interface Entity {
  readonly id: EntityId;
  /** Its fullest name in the document, without titles and articles; a group, say, keeps its own phrase. */
  readonly name: string;
  readonly type: EntityType;
  /** Every span that refers to it, in order; pronouns included. */
  readonly mentions: readonly Span[];
  /** Its other names in the document, the longest first; pronouns and descriptions left out. */
  readonly aliases: readonly string[];
  /** Where the document says what it is: titles, functions, affiliations. */
  readonly roles: readonly Span[];
}
