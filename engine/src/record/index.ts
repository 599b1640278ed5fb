// Comes in: nothing. These are the values that a ledger gives back.
// Goes out: statements and own-voice clauses, each with the report it stands in; reports, speakers, disputes, overviews.
export type { ComparedSpeaker, Comparison, Contrast, TreatmentOfSpeaker } from './comparison.ts';
export type { Count } from './count.ts';
export type { DisputeRecord } from './dispute-record.ts';
export type { Overview, PairCount } from './overview.ts';
export type { Page } from './page.ts';
export type { ReportOwnVoice, ReportReading, ReportStatement, ReportVersion } from './report-reading.ts';
export type { ReportSummary } from './report-summary.ts';
export type { RoleOfSpeaker, SpeakerProfile, SpeakerSummary } from './speaker-profile.ts';
export type { DateOrigin, LedgerRecord, OwnVoiceRecord, RecordedReport, StatementRecord } from './statement-record.ts';
