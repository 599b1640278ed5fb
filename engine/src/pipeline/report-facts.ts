import type { PageFacts, RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { isoDate } from '../ingest/index.ts';
import type { ReportFacts } from '../ledger/index.ts';

/** What is known of a report, with where its date came from. */
export function factsOf({ origin, place, known }: RawReport, document: Document): ReportFacts {
  const { url, title, publisher } = document;
  const date = document.date ?? datelineDate(document);
  const found = date === null ? 'none' : document.date === null ? 'text' : (document.dateOrigin ?? 'given');
  const dateOrigin = known.date !== null && known.date === date ? (known.dateOrigin ?? 'given') : found;
  return { url, id: known.id, origin, place, publisher, title, date, dateOrigin };
}

/** What is to be known of a page when it is tried again by itself; null of what is no page. */
export function pageFacts({ place, known }: RawReport): PageFacts | null {
  if (place === undefined || !/^https?:\/\//iu.test(place)) return null;
  const { title, publisher, date, dateOrigin } = known;
  return { title, publisher, date: dateOrigin === 'feed' ? date : null };
}

/** The day that a dateline names with its year; one without a year could be any. */
function datelineDate({ text, dateline }: Document): string | null {
  const span = dateline?.date ?? null;
  return span === null ? null : isoDate(text.slice(span.start, span.end));
}
