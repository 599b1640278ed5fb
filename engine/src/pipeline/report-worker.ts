import type { ReadDocument } from '../attribution/index.ts';
import type { RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { asAccordingError, type ErrorCode } from '../errors.ts';
import { ingestRaw } from './ingest-raw.ts';
import type { Reader } from './reader.ts';
import { serveRequests } from './serve-requests.ts';

/** First a report becomes a document; then, where nobody has read its text yet, the document is read. */
export type ReportRequest =
  { readonly kind: 'ingest'; readonly report: RawReport } | { readonly kind: 'read'; readonly document: Document };

export type ReportResult =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'read'; readonly read: ReadDocument }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly message: string };

await serveRequests(async (reader: Reader, request: ReportRequest, signal): Promise<ReportResult> => {
  try {
    if (request.kind === 'ingest') return { kind: 'document', document: await ingestRaw(request.report) };
    return { kind: 'read', read: await reader.read(request.document, signal) };
  } catch (error) {
    const { code, message } = asAccordingError(error);
    return { kind: 'failure', code, message };
  }
});
