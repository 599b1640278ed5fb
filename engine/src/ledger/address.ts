import { createHash } from 'node:crypto';
import type { DateOrigin } from '../record/index.ts';
import { canonicalUrl } from './canonical-url.ts';

/** What is known of a report that is to be added; `null` where nothing is. */
export interface ReportFacts {
  readonly url: string | null;
  /** The id that a JSONL record gives. */
  readonly id: string | null;
  /** Where it came from, for people; a path, where it is a file. */
  readonly origin: string;
  /** The same in one spelling however it was named, an absolute path or the address of a page; `origin` where it is absent. */
  readonly place?: string | undefined;
  readonly publisher: string | null;
  readonly title: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  readonly dateOrigin: DateOrigin;
}

/**
 * What a report is known by: its canonical URL; where it has none, the id that was given for it, else its place,
 * each with its outlet, since two outlets may count alike.
 */
export function addressOf({ url, id, origin, place = origin, publisher }: ReportFacts): string {
  const canonical = url === null ? null : canonicalUrl(url);
  if (canonical !== null) return canonical;
  const outlet = publisher === null ? '' : ` (${publisher})`;
  return id === null ? `path:${place}${outlet}` : `id:${id}${outlet}`;
}

/** A report's id outside the ledger: the same in every ledger. */
export function reportKey(address: string): string {
  return hashOf(address).slice(0, 16);
}

/** How the ids of a reading's statements begin: the same in every ledger. */
export function readingKey(sha256: string, model: { readonly name: string; readonly version: string }): string {
  return `${sha256.slice(0, 16)}-${hashOf(`${model.name}\n${model.version}`).slice(0, 8)}`;
}

function hashOf(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}
