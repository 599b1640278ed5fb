// The library: the same reading that the command line does, as typed functions.
export { annotate, distances, extent, quotationForms, roles, sourceTypes, stances } from './attribution/index.ts';
export type {
  Attribution,
  AttributionId,
  Distance,
  Entity,
  EntityId,
  EntityType,
  QuotationForm,
  ReadDocument,
  Reason,
  Role,
  RoleSpans,
  Said,
  SourceType,
  Stance,
  Statement,
  TimeOfSaying,
} from './attribution/index.ts';
export { createDocument } from './document/index.ts';
export type { Dateline, Diagnostic, DiagnosticCode, Document, DocumentId, Metadata, Span } from './document/index.ts';
export { AccordingError, errorCodes } from './errors.ts';
export type { ErrorCode } from './errors.ts';
export { reportForTerminal, reportsAsHtml, toInterchange } from './export/index.ts';
export type { InterchangeDocument } from './export/index.ts';
export { fetchReport, Reader, readRecord, readReport, readText } from './pipeline/index.ts';
