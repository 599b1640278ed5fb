import type { OwnVoiceRecord, StatementRecord } from './statement-record.ts';

/** A statement with what it contradicts, both of one report. */
export interface DisputeRecord {
  readonly statement: StatementRecord;
  /** Null where it contradicts words that no other statement stands for. */
  readonly disputed: StatementRecord | OwnVoiceRecord | null;
}
