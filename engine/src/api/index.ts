// Comes in: requests over HTTP, for a ledger.
// Goes out: JSON, CSV, files and pages; what is known of errors; how far imports are.
export { createApi } from './create-api.ts';
export type { Api, ApiSettings } from './create-api.ts';
export { Imports } from './imports/index.ts';
export type { Import, ImportSettings, UploadLimits } from './imports/index.ts';
export { listen } from './listen.ts';
export type { ApiServer, ListenOptions } from './listen.ts';
export { ReadThreads } from './reading/read-threads.ts';
export type { Reading } from './reading/reading.ts';
export type { Problem } from './problem.ts';
export type { Facets, FacetCount, Failure, LedgerQuery, LedgerSummary, SearchHit } from '../ledger/index.ts';
export type {
  ComparedSpeaker,
  Comparison,
  Contrast,
  Count,
  DisputeRecord,
  LedgerRecord,
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
  SpeakerProfile,
  SpeakerSummary,
  StatementRecord,
  TreatmentOfSpeaker,
} from '../record/index.ts';
