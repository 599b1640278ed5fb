// Comes in: bytes of a file or page, an address, or an object of the interchange format.
// Goes out: a document.
export { findDateline } from './dateline.ts';
export { detectFormat } from './detect-format.ts';
export type { Format } from './detect-format.ts';
export { fetchReport } from './fetch-report.ts';
export type { Fetched } from './fetch-report.ts';
export { isoDate } from './iso-date.ts';
export { parseLine } from './parse-line.ts';
export { readRecord } from './read-record.ts';
export { maxTextLength, readReport } from './read-report.ts';
export type { Origin } from './read-report.ts';
export { readText } from './read-text.ts';
export { splitLines } from './split-lines.ts';
export type { NumberedLine } from './split-lines.ts';
