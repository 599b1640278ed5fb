// The only place that names the engine: its types, and nothing of it at run time.
export type {
  ComparedSpeaker,
  Comparison,
  Contrast,
  Count,
  DisputeRecord,
  LedgerRecord,
  Overview,
  OwnVoiceRecord,
  PairCount,
  RecordedReport,
  ReportOwnVoice,
  ReportReading,
  ReportStatement,
  ReportSummary,
  ReportVersion,
  RoleOfSpeaker,
  SpeakerProfile,
  SpeakerSummary,
  StatementRecord,
} from '../../../engine/dist/record/index.js';
export type { FacetCount, Facets, LedgerQuery, LedgerSummary, SearchHit, SearchOrder } from 'according/ledger';
export type { Distance, QuotationForm, Role, SourceType, Stance } from 'according/attribution';
export type { Diagnostic, Span } from 'according/document';

/** A part of a list; `next` is the cursor of the part after it, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What the ledger is, for the header and the overview. */
export interface LedgerPlace {
  readonly place: 'sqlite' | 'postgres';
  readonly name: string;
  readonly example: boolean;
}

/** Reports that are being added, or were. */
export interface Import {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped';
  readonly startedAt: string;
  readonly inputs: readonly string[];
  /** Null while they are still being looked for. */
  readonly found: number | null;
  readonly counts: {
    readonly added: number;
    readonly 'new-version': number;
    readonly reread: number;
    readonly unchanged: number;
    readonly failed: number;
  };
  readonly statements: number;
  readonly failures: readonly { readonly origin: string; readonly code: string; readonly message: string }[];
  readonly reports: readonly { readonly id: string; readonly title: string | null; readonly kind: string }[];
  readonly bytes: number;
  readonly allBytes: number | null;
}

/** A report that could not be read, and why. */
export interface FailedReport {
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly lastAt: string;
}
