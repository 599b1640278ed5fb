import type { Entity } from '../attribution/index.ts';
import type { Diagnostic, Span } from '../document/index.ts';
import type { OwnVoiceRecord, RecordedReport, StatementRecord } from './statement-record.ts';

/** A text that a report's address had. */
export interface ReportVersion {
  /** 1 for the first. */
  readonly number: number;
  readonly sha256: string;
  readonly title: string | null;
  readonly date: string | null;
  /** When it came into a ledger, ISO 8601 in UTC. */
  readonly seenAt: string;
  /** What changed since the version before; null for the first. Offsets into both texts. */
  readonly changes: readonly (readonly [oldStart: number, oldEnd: number, newStart: number, newEnd: number])[] | null;
}

/** A statement of one report, whose report is told once beside all of them. */
export type ReportStatement = Omit<StatementRecord, 'report' | 'model'> & {
  /** Id of the statement whose content encloses it. */
  readonly parent: string | null;
  /** Where the addressee stands. */
  readonly addresseeSpan: Span | null;
  /** Places of the report's own voice that it contradicts. */
  readonly disputedSpans: readonly Span[];
};

/** A clause of one report's own voice. */
export type ReportOwnVoice = Omit<OwnVoiceRecord, 'report' | 'model'> & {
  /** Ids of the statements that contradict it. */
  readonly disputedBy: readonly string[];
};

/** One version of a report, with everything that the newest reading found in it: what a page that shows the report needs. */
export interface ReportReading {
  readonly report: RecordedReport;
  /** Where it first came from, for people. */
  readonly origin: string;
  readonly text: string;
  readonly model: { readonly name: string; readonly version: string };
  /** In document order. */
  readonly statements: readonly ReportStatement[];
  /** In document order. */
  readonly ownVoice: readonly ReportOwnVoice[];
  /** In order of their first mention. */
  readonly entities: readonly (Omit<Entity, 'id'> & { readonly id: string })[];
  readonly diagnostics: readonly Diagnostic[];
  /** All versions of the report, the first first. */
  readonly versions: readonly ReportVersion[];
  /** Versions of other reports that are the same text, the first that came in first; no more than 100. */
  readonly sameText: readonly RecordedReport[];
}
