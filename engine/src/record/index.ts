// Comes in: nothing. These are the values that a ledger gives back.
// Goes out: statements and own-voice clauses, each with the report it stands in; what else a network found in a text.
export type { RecordedEntity, RecordedReading } from './recorded-reading.ts';
export type { DateOrigin, LedgerRecord, OwnVoiceRecord, RecordedReport, StatementRecord } from './statement-record.ts';
