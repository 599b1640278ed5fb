import type { Count } from './count.ts';
import type { RecordedReport } from './statement-record.ts';

/** What one report does with one speaker. */
export interface TreatmentOfSpeaker {
  /** Ids of its statements, in document order. */
  readonly statements: readonly string[];
  readonly quotation: readonly Count[];
  readonly stance: readonly Count[];
  readonly distance: readonly Count[];
}

/** Ways in which reports that both have a speaker treat it differently. */
export type Contrast = 'presence' | 'quotation' | 'stance' | 'distance';

/** One speaker over the reports that are compared. */
export interface ComparedSpeaker {
  /** The fullest of its names. */
  readonly name: string;
  readonly sourceType: string;
  /** One for each report, in their order; null where the report does not have it. */
  readonly treatments: readonly (TreatmentOfSpeaker | null)[];
  readonly contrasts: readonly Contrast[];
}

/** Two or three reports side by side. */
export interface Comparison {
  readonly reports: readonly RecordedReport[];
  /** Those that differ most first. */
  readonly speakers: readonly ComparedSpeaker[];
}
