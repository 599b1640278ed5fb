import type { Distance, QuotationForm, Said, SourceType, Stance } from '../attribution/index.ts';
import type { DateOrigin, Span } from '../document/index.ts';

/** Which report a record stands in, so that it can be checked without us. */
export interface RecordedReport {
  /** Stable in the ledger. */
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as precise as the report gives it. */
  readonly date: string | null;
  readonly dateOrigin: DateOrigin;
  /** Of the text that every offset refers to, in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** 1 for the first text of this address, 2 for the next. */
  readonly version: number;
}

/** What a stretch of a report says, and whose word it is, with all that is needed to check it. */
export interface StatementRecord {
  readonly kind: 'statement';
  /** Stable in the ledger, for one text and one network. */
  readonly id: string;
  readonly report: RecordedReport;
  /** Id of the statement whose content encloses this one. */
  readonly parent: string | null;
  /** Ranges of the report's text, in order; empty where absent. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The words of these ranges, ranges joined by ` … `. */
  readonly words: { readonly source: string; readonly cue: string; readonly content: string };
  /** From the start of the first sentence that the statement touches to the end of the last. */
  readonly sentence: Span & { readonly text: string };
  readonly speaker: string | null;
  /** Fullest name and kind of the speaker's entity, where it has one. */
  readonly entity: { readonly id: string; readonly name: string; readonly type: string } | null;
  readonly sourceType: SourceType;
  readonly quotation: QuotationForm;
  readonly stance: Stance;
  readonly distance: Distance;
  /** 0 to 1. */
  readonly confidence: number;
  /** Ids of the statements that it contradicts, and of those that contradict it. */
  readonly disputes: readonly string[];
  readonly disputedBy: readonly string[];
  readonly addressee: string | null;
  /** Where the addressee stands. */
  readonly addresseeSpan: Span | null;
  readonly said: Said | null;
  readonly model: { readonly name: string; readonly version: string };
}

/** A clause that the report states with nobody's name on it. */
export interface OwnVoiceRecord {
  readonly kind: 'own-voice';
  readonly id: string;
  readonly report: RecordedReport;
  readonly span: Span & { readonly text: string };
  readonly model: { readonly name: string; readonly version: string };
}

export type LedgerRecord = StatementRecord | OwnVoiceRecord;
