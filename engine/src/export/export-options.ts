import type { RecordedReading } from '../record/index.ts';

/** Gives the text that has this hash; every offset of a record refers to it. */
export type TextOf = (sha256: string) => Promise<string>;

/** Gives what a network found in a text besides its statements; null where nothing is known of it. */
export type ReadingOf = (
  sha256: string,
  model: { readonly name: string; readonly version: string },
) => Promise<RecordedReading | null>;

/** What a format could not hold, so that it can be said: nothing is left out without a word. */
export interface ExportNote {
  readonly code: 'cell-cut' | 'links-left-out';
  readonly message: string;
  /** Id of the record concerned, or `null` where it is the file. */
  readonly record: string | null;
}

export interface ExportOptions {
  readonly textOf: TextOf;
  /** Asked once for each report, by formats that hold whole readings. */
  readonly readingOf: ReadingOf;
  /** Hears of what the format could not hold, as it happens. */
  readonly note?: ((note: ExportNote) => void) | undefined;
  /** What was asked for, in words: `stance:denies speaker:"Ana Okonjo"`. */
  readonly query?: string | undefined;
  /** When the export was made; now, unless given. */
  readonly when?: Date | undefined;
  /** Whether CSV begins with a byte order mark, by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean | undefined;
}
