import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './span.ts';

export type DocumentId = string & { readonly brand: 'DocumentId' };

/** Where a report was filed from and by which agency, as its opening says: `BEIJING (Reuters) —`. */
export interface Dateline {
  /** All of the dateline, punctuation included. */
  readonly span: Span;
  readonly place: Span;
  readonly agency: Span | null;
  readonly date: Span | null;
}

/** Where the date of a report came from; `none` where it has none. */
export type DateOrigin = 'given' | 'json-ld' | 'meta' | 'header' | 'feed' | 'text' | 'none';

/** What is known of a report besides its text. Absent values are `null`. */
export interface Metadata {
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as precise as the source had it. */
  readonly date: string | null;
  /** Where a page says its date; not there for anything else. */
  readonly dateOrigin?: DateOrigin;
  readonly authors: readonly string[];
}

export const noMetadata: Metadata = { url: null, title: null, publisher: null, date: null, authors: [] };

/** One version of one report. Its text never changes, so that every offset into it stays true. */
export interface Document extends Metadata {
  readonly id: DocumentId;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly sha256: string;
  readonly dateline: Dateline | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document of this text; its id is the hash of the text unless one is given. */
export function createDocument(
  text: string,
  options: {
    readonly id?: string | null;
    readonly metadata?: Metadata;
    readonly dateline?: Dateline | null;
    readonly diagnostics?: readonly Diagnostic[];
  } = {},
): Document {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return {
    ...(options.metadata ?? noMetadata),
    id: (options.id ?? sha256) as DocumentId,
    text,
    sha256,
    dateline: options.dateline ?? null,
    diagnostics: options.diagnostics ?? [],
  };
}
