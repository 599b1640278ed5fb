import { z } from '@hono/zod-openapi';
import { sourceTypes } from '../../attribution/index.ts';
import { diagnosticCodes, type Diagnostic } from '../../document/index.ts';
import type {
  ReportOwnVoice,
  ReportReading,
  ReportStatement,
  ReportSummary,
  ReportVersion,
} from '../../record/index.ts';
import { schemaOf } from './schema-of.ts';
import { spanSchema } from './span.ts';
import { modelSchema, ownVoiceShape, recordedReportSchema, statementShape } from './statement-record.ts';

export const reportSummarySchema = schemaOf<ReportSummary>()(
  'ReportSummary',
  z.object({
    id: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    date: z.string().nullable(),
    dateOrigin: z.enum(['given', 'json-ld', 'meta', 'header', 'feed', 'text', 'none']),
    sha256: z.string(),
    version: z.int(),
    versions: z.int().describe('how many texts its address had'),
    statements: z.int(),
    ownVoice: z.int(),
    disputed: z.int(),
  }),
);

export const reportVersionSchema = schemaOf<ReportVersion>()(
  'ReportVersion',
  z.object({
    number: z.int(),
    sha256: z.string(),
    title: z.string().nullable(),
    date: z.string().nullable(),
    seenAt: z.string(),
    changes: z
      .array(z.tuple([z.int(), z.int(), z.int(), z.int()]))
      .nullable()
      .describe('oldStart, oldEnd, newStart, newEnd; null for the first version'),
  }),
);

export const reportStatementSchema = schemaOf<ReportStatement>()(
  'ReportStatement',
  z.object({
    ...statementShape,
    parent: z.string().nullable().describe('id of the statement whose content encloses it'),
    addresseeSpan: spanSchema.nullable(),
    disputedSpans: z.array(spanSchema).describe('places of the report’s own voice that it contradicts'),
  }),
);

export const reportOwnVoiceSchema = schemaOf<ReportOwnVoice>()(
  'ReportOwnVoice',
  z.object({ ...ownVoiceShape, disputedBy: z.array(z.string()) }),
);

export const diagnosticSchema = schemaOf<Diagnostic>()(
  'Diagnostic',
  z.object({ code: z.enum(diagnosticCodes), message: z.string(), span: spanSchema.nullable() }),
);

export const reportEntitySchema = schemaOf<ReportReading['entities'][number]>()(
  'ReportEntity',
  z.object({
    id: z.string(),
    name: z.string(),
    type: z.enum([...sourceTypes, 'place', 'other']).exclude(['none']),
    mentions: z.array(spanSchema),
    aliases: z.array(z.string()),
    roles: z.array(spanSchema),
  }),
);

export const reportReadingSchema = schemaOf<ReportReading>()(
  'ReportReading',
  z.object({
    report: recordedReportSchema,
    origin: z.string(),
    text: z.string(),
    model: modelSchema,
    statements: z.array(reportStatementSchema),
    ownVoice: z.array(reportOwnVoiceSchema),
    entities: z.array(reportEntitySchema),
    diagnostics: z.array(diagnosticSchema),
    versions: z.array(reportVersionSchema),
    sameText: z.array(recordedReportSchema),
  }),
);
