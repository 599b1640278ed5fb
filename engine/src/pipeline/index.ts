// Comes in: bytes, addresses, documents, or lines of the interchange format.
// Goes out: documents with every attribution found. The order of the stages is in stages.ts.
export { collectInputs, countInputs, parseColumns } from '../collect/index.ts';
export type { Collected, CollectedInput, CollectOptions, FetchOptions } from '../collect/index.ts';
export { loadRuntime } from '../inference/index.ts';
export {
  fetchReport,
  maxTextLength,
  parseLine,
  readRecord,
  readReport,
  readText,
  splitLines,
} from '../ingest/index.ts';
export type { NumberedLine } from '../ingest/index.ts';
export { addReports } from './add-reports.ts';
export type { Added, AddOptions } from './add-reports.ts';
export { inspectModel } from './inspect-model.ts';
export type { ModelReport } from './inspect-model.ts';
export { LinePool } from './line-pool.ts';
export { readFeatures } from './read-features.ts';
export type { DocumentFeatures } from './read-features.ts';
export { readLine } from './read-line.ts';
export type { LineResult } from './read-line.ts';
export { readLines } from './read-lines.ts';
export { Reader } from './reader.ts';
export { ReportPool } from './report-pool.ts';
export { rereadLedger } from './reread-ledger.ts';
export type { Reread } from './reread-ledger.ts';
export { resolvePronoun } from './resolve-pronoun.ts';
