// Comes in: nothing. These are the values that a ledger gives back.
// Goes out: statements and own-voice clauses, each with the report it stands in.
export type { DateOrigin } from '../document/index.ts';
export type { LedgerRecord, OwnVoiceRecord, RecordedReport, StatementRecord } from './statement-record.ts';
