import type { LedgerRecord } from '../record/index.ts';
import { recordsAsBrat } from './brat.ts';
import { recordsAsCsv } from './csv.ts';
import type { ExportOptions } from './export-options.ts';
import { recordsAsParquet } from './parquet.ts';
import { recordsAsLines } from './record-lines.ts';
import { recordsAsHtml } from './records-html.ts';
import { recordsAsSchemaOrg } from './schema-org.ts';
import { recordsAsWebAnnotation, recordsAsWebAnnotationLines } from './web-annotation.ts';
import { recordsAsXlsx } from './xlsx.ts';

/** A format in which records leave the ledger. */
export interface ExportFormat {
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
  readonly description: string;
  /** Whether the records of one report have to come one after the other; where they do not, the report is written in several pieces. */
  readonly byReport: boolean;
  /** Gives the file as it is written, holding no more than a row group or a report; throws what `records` and `textOf` throw. */
  readonly write: (records: AsyncIterable<LedgerRecord>, options: ExportOptions) => AsyncGenerator<string | Uint8Array>;
}

/** Every format, by the name that users give. */
export const exportFormats = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: '.csv',
    description: 'a table for spreadsheets and statistics, in which no cell is a formula',
    byReport: false,
    write: recordsAsCsv,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: '.xlsx',
    description: 'the same table as an Excel workbook, with links',
    byReport: false,
    write: recordsAsXlsx,
  },
  jsonl: {
    mediaType: 'application/jsonl; charset=utf-8',
    extension: '.jsonl',
    description: 'the interchange format: a line for each report, its text included',
    byReport: true,
    write: recordsAsLines,
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    extension: '.parquet',
    description: 'the same table for DuckDB, pandas and R, with typed columns',
    byReport: false,
    write: (records) => recordsAsParquet(records),
  },
  brat: {
    mediaType: 'application/zip',
    extension: '.zip',
    description: 'a zip of brat’s standoff files: texts with their annotations',
    byReport: true,
    write: recordsAsBrat,
  },
  'web-annotation': {
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: '.jsonld',
    description: 'a W3C Web Annotation collection',
    byReport: true,
    write: recordsAsWebAnnotation,
  },
  'web-annotation-lines': {
    mediaType: 'application/jsonl; charset=utf-8',
    extension: '.jsonl',
    description: 'the same annotations, one a line',
    byReport: true,
    write: recordsAsWebAnnotationLines,
  },
  'schema-org': {
    mediaType: 'application/ld+json',
    extension: '.jsonld',
    description: 'Quotation and Claim of schema.org, never with a rating',
    byReport: false,
    write: (records) => recordsAsSchemaOrg(records),
  },
  html: {
    mediaType: 'text/html; charset=utf-8',
    extension: '.html',
    description: 'a page to read, check and print, for an editor or a lawyer',
    byReport: true,
    write: recordsAsHtml,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
