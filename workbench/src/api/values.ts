// The only place that names the engine: its types, and nothing of it at run time.
export type {
  ComparedSpeaker,
  Comparison,
  Contrast,
  Count,
  DisputeRecord,
  FacetCount,
  Facets,
  Failure as FailedReport,
  Import,
  LedgerQuery,
  LedgerRecord,
  LedgerSummary,
  Overview,
  OwnVoiceRecord,
  Page,
  PairCount,
  RecordedReport,
  ReportOwnVoice,
  ReportReading,
  ReportStatement,
  ReportSummary,
  ReportVersion,
  RoleOfSpeaker,
  SearchHit,
  SpeakerProfile,
  SpeakerSummary,
  StatementRecord,
} from 'according/api';
export type { SearchOrder } from 'according/ledger';
export type { Distance, QuotationForm, Role, SourceType, Stance } from 'according/attribution';
export type { Diagnostic, Span } from 'according/document';

/** What the ledger is, for the header and the overview. */
export interface LedgerPlace {
  readonly place: 'sqlite' | 'postgres';
  readonly name: string;
  readonly example: boolean;
}

/** Who asks, where the server asks for tokens. */
export interface Session {
  readonly needsToken: boolean;
  readonly name: string | null;
  readonly role: 'reader' | 'reviewer' | 'admin' | null;
}
