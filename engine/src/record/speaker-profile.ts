import type { Count } from './count.ts';
import type { RecordedReport } from './statement-record.ts';

/**
 * A speaker as a list shows it: one name over all reports, or a description of somebody unnamed in one outlet. Two
 * persons of one name are one here.
 */
export interface SpeakerSummary {
  readonly name: string;
  /**
   * Null for a name. For a description, whose it is, since “a senior official” of two outlets need not be one; empty where
   * the reports have no outlet.
   */
  readonly publisher: string | null;
  /** The commonest kind of source it is. */
  readonly sourceType: string;
  readonly statements: number;
  readonly reports: number;
  readonly publishers: number;
  /** Of the first and the last report that has a date. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** A title, function or affiliation, in the words of a report. */
export interface RoleOfSpeaker {
  readonly text: string;
  readonly reports: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** A report that says so, and where. */
  readonly example: { readonly report: RecordedReport; readonly start: number; readonly end: number };
}

/** Everything that a page about one speaker shows, save the statements themselves. */
export interface SpeakerProfile extends SpeakerSummary {
  /** Other names in the newest reports that name it so, and how many do; the commonest first. */
  readonly aliases: readonly Count[];
  /** In its newest reports, the newest first. */
  readonly roles: readonly RoleOfSpeaker[];
  readonly bySourceType: readonly Count[];
  readonly byStance: readonly Count[];
  readonly byQuotation: readonly Count[];
  readonly byPublisher: readonly Count[];
  /** `2016-03-08`, in order. */
  readonly byDay: readonly Count[];
  /** Whom it contradicts, and who contradicts it: statements for each name; an empty name is a report's own voice. */
  readonly disputes: readonly Count[];
  readonly disputedBy: readonly Count[];
}
