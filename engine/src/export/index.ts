// Comes in: documents with their statements; records of a ledger.
// Goes out: text of some format; writing it somewhere is the caller's part.
export { errorLine, toInterchange } from './interchange.ts';
export type { InterchangeDocument } from './interchange.ts';
export { reportForTerminal } from './report-terminal.ts';
export { pageMark, reportsAsHtml } from './report-html.ts';
export { bratFiles } from './brat.ts';
export type { ExportedFile } from './brat.ts';
export { tableAsCsv } from './csv.ts';
export { restoreCell } from './csv-cell.ts';
export type { ExportNote, ExportOptions, TextOf } from './export-options.ts';
export { escapeHtml } from './escape-html.ts';
export { exportFormats } from './formats.ts';
export type { ExportFormat, ExportFormatName } from './formats.ts';
export { recordColumns } from './record-columns.ts';
export type { Column } from './record-columns.ts';
