/** What is known of a report before it is read; `null` where nothing is. */
export interface KnownFacts {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** Where the date came from, `null` where there is none. */
  readonly dateOrigin: 'given' | 'header' | 'feed' | null;
}

/** A report as it comes in: bytes of a file or a response, or text that somebody has cut out already. */
export type RawBody =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly mediaType: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'html'; readonly html: string };

export interface RawReport {
  /** Where it came from, for people: `reports.zip/may/one.html`, `feed.xml, entry 3`, `news.warc.gz, byte 10234`. */
  readonly origin: string;
  /**
   * Where it can be had again, in one spelling however it was named: the address of a page; else an absolute path without
   * links, with the place in the file. Not there where it is `origin`.
   */
  readonly place?: string;
  readonly body: RawBody;
  readonly known: KnownFacts;
}

/** One report, or why one could not be had: what fails never costs the good beside it. */
export type Collected =
  | {
      readonly kind: 'report';
      readonly report: RawReport;
      /**
       * To be called once the report is kept for good, or it has turned out that it cannot be. Only then is its address
       * asked by whether it has changed; until then it comes in full each time, so that no interruption loses it.
       */
      readonly settle?: (kept: boolean) => Promise<void>;
    }
  | {
      readonly kind: 'failure';
      readonly origin: string;
      /** As of a report. */
      readonly place?: string;
      /** What a feed or list says of the page at `place`. */
      readonly known?: PageFacts;
      readonly code: string;
      readonly message: string;
    };

/** What a feed or list says of a page. */
export type PageFacts = Pick<KnownFacts, 'title' | 'publisher' | 'date'>;

/** A page to fetch by itself, with what a feed or list has said of it. */
export interface KnownPage {
  readonly address: string;
  readonly known: PageFacts;
}
