import type { RecordedReport } from './statement-record.ts';

/** A report as a list of reports shows it: its newest version, and how much was found in it. */
export interface ReportSummary extends RecordedReport {
  /** How many texts its address had. */
  readonly versions: number;
  readonly statements: number;
  /** Clauses in the report's own voice. */
  readonly ownVoice: number;
  /** Statements that another statement of the report contradicts. */
  readonly disputed: number;
}
