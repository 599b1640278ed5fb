import { maxTextLength } from '../ingest/index.ts';

/** What one input may take; whatever is bigger is a failure and never a crash. */
export interface Limits {
  /** One file that is one report. */
  readonly maxReportBytes: number;
  /** One line of JSONL or one row of a table; both may hold a page. */
  readonly maxLineBytes: number;
  /** A file that can only be read as a whole: one JSON value, a spreadsheet. */
  readonly maxWholeBytes: number;
  /** What may be unpacked from one file on disk in any case. */
  readonly leastUnpackedBytes: number;
  /** Beyond that, so many times the size of the file on disk. */
  readonly maxUnpackedRatio: number;
}

/**
 * Limits that no honest input meets. A page's markup can be many times its text (20 times, as for `according read`; a line's limit is that of `according extract`); text packs to a
 * tenth, repetitive JSONL to a fiftieth, and zeros, which is what bombs are made of, to a thousandth.
 */
export const defaultLimits: Limits = {
  maxReportBytes: 20 * maxTextLength,
  maxLineBytes: 64_000_000,
  maxWholeBytes: 200_000_000,
  leastUnpackedBytes: 100_000_000,
  maxUnpackedRatio: 200,
};
