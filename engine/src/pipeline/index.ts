// Comes in: bytes, addresses, documents, or lines of the interchange format.
// Goes out: documents with every attribution found. The order of the stages is in stages.ts.
export { loadRuntime } from '../inference/index.ts';
export { fetchReport, maxTextLength, readRecord, readReport, readText } from '../ingest/index.ts';
export { inspectModel } from './inspect-model.ts';
export type { ModelReport } from './inspect-model.ts';
export { LinePool } from './line-pool.ts';
export { parseLine } from './parse-line.ts';
export { readFeatures } from './read-features.ts';
export type { DocumentFeatures } from './read-features.ts';
export { readLine } from './read-line.ts';
export type { LineResult } from './read-line.ts';
export { readLines } from './read-lines.ts';
export { Reader } from './reader.ts';
export { resolvePronoun } from './resolve-pronoun.ts';
export { splitLines } from './split-lines.ts';
export type { NumberedLine } from './split-lines.ts';
