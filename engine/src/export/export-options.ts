/** Gives the text that has this hash; every offset of a record refers to it. */
export type TextOf = (sha256: string) => Promise<string>;

/** What a format could not hold, so that it can be said: nothing is left out without a word. */
export interface ExportNote {
  readonly code: 'cell-cut' | 'links-left-out';
  readonly message: string;
  /** Id of the record concerned, or `null` where it is the file. */
  readonly record: string | null;
}

export interface ExportOptions {
  readonly textOf: TextOf;
  /** Hears of what the format could not hold, as it happens. */
  readonly note?: ((note: ExportNote) => void) | undefined;
  /** What was asked for, in words: `stance:denies speaker:"Ana Okonjo"`. */
  readonly query?: string | undefined;
  /** When the export was made; now, unless given. */
  readonly when?: Date | undefined;
  /** Whether CSV begins with a byte order mark, by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean | undefined;
}
