import type { Distance, QuotationForm, SourceType, Stance } from '../../attribution/index.ts';
import type { Span } from '../../document/index.ts';
import type { LedgerRecord } from '../../record/index.ts';

/** What is looked for; what is left out is not asked. A list is met by any of its values. */
export interface LedgerQuery {
  /** Words, and “phrases” in quotation marks, all of which must occur. Nothing else in it is syntax. */
  readonly words?: string | undefined;
  /** Where the words are looked for: in the content alone, or in source, cue, content and speaker. */
  readonly within?: 'content' | 'anywhere' | undefined;
  /** Words and “phrases” of the speaker's name, as the report gives it or as its fullest form. */
  readonly speaker?: string | undefined;
  /** A speaker's whole name, as lists of speakers and facets give it. */
  readonly speakerName?: string | undefined;
  readonly sourceType?: readonly SourceType[] | undefined;
  readonly stance?: readonly Stance[] | undefined;
  readonly distance?: readonly Distance[] | undefined;
  readonly quotation?: readonly QuotationForm[] | undefined;
  /** An empty one stands for reports without an outlet. */
  readonly publisher?: readonly string[] | undefined;
  /** ISO 8601, as precise as one likes, both ends included: `2016-03` is all of March. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only what another statement contradicts. */
  readonly disputed?: boolean | undefined;
  readonly minConfidence?: number | undefined;
  /** Statements, which is meant where nothing is said; what reports state in their own voice; or both. */
  readonly kind?: 'statement' | 'own-voice' | 'any' | undefined;
  /** Id of a report. */
  readonly report?: string | undefined;
  /** The latest version of each report, which is meant where nothing is said, or every one. */
  readonly versions?: 'latest' | 'all' | undefined;
  /** The newest reading of each text, which is meant where nothing is said, or every one. */
  readonly readings?: 'current' | 'all' | undefined;
}

export const searchOrders = ['relevance', 'date', 'confidence', 'speaker'] as const;

/** Best first, newest first, surest first, or by the speaker's name. */
export type SearchOrder = (typeof searchOrders)[number];

export interface SearchOptions {
  /** By default relevance where words are looked for, else date. */
  readonly sort?: SearchOrder | undefined;
  /** 1 to 500. */
  readonly limit?: number | undefined;
  /** `next` of the page before, of the same query and order. */
  readonly cursor?: string | null | undefined;
}

export interface SearchHit {
  readonly record: LedgerRecord;
  /** Where the words stand in the record's sentence (of own voice, in its span's text), from that one's start. */
  readonly matches: readonly Span[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How many records have which value, the most frequent first; months in their order. */
export interface Facets {
  readonly count: number;
  readonly sourceType: readonly FacetCount[];
  readonly stance: readonly FacetCount[];
  readonly distance: readonly FacetCount[];
  readonly quotation: readonly FacetCount[];
  readonly publisher: readonly FacetCount[];
  readonly speaker: readonly FacetCount[];
  /** `2016-03`, or `2016` where a report gives no more. */
  readonly month: readonly FacetCount[];
}
