import type { Listing } from './listing.ts';
import type { RawBody } from './raw-report.ts';

/** An address to fetch, with what is known of the report there. */
export interface WebEntry {
  /** For people: `feed.xml, entry 3`. */
  readonly origin: string;
  readonly address: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as a feed or sitemap has it. */
  readonly date: string | null;
  /** What stands in for the page where it cannot be fetched. */
  readonly standIn: RawBody | null;
  /** What led to it and waits until it is kept; `null` where nothing does. */
  readonly listing: Listing | null;
}
