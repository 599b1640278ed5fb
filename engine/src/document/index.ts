// Comes in: nothing; this is where the project's first noun stands.
// Goes out: a report's text with what is known of it, spans of it, and what it made difficult.
export { charOffsets } from './char-offsets.ts';
export type { CharOffsets } from './char-offsets.ts';
export { countWhile } from './count-while.ts';
export { createDocument, noMetadata } from './document.ts';
export type { Dateline, DateOrigin, Document, DocumentId, Metadata } from './document.ts';
export { diagnosticCodes } from './diagnostic.ts';
export type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
export { paragraphSpans } from './paragraphs.ts';
export { quotationsIn } from './quotations.ts';
export type { Quotation } from './quotations.ts';
export { sentenceSpans } from './sentences.ts';
export { encloses, overlaps } from './span.ts';
export type { Span } from './span.ts';
