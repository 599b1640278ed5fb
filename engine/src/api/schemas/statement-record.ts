import { z } from '@hono/zod-openapi';
import { distances, quotationForms, sourceTypes, stances, type Said } from '../../attribution/index.ts';
import type { LedgerRecord, OwnVoiceRecord, RecordedReport, StatementRecord } from '../../record/index.ts';
import { schemaOf } from './schema-of.ts';
import { spanSchema, wordsSpanSchema } from './span.ts';

export const recordedReportSchema = schemaOf<RecordedReport>()(
  'RecordedReport',
  z.object({
    id: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    date: z.string().nullable().describe('ISO 8601, as precise as the report gives it'),
    dateOrigin: z.enum(['given', 'json-ld', 'meta', 'header', 'feed', 'text', 'none']),
    sha256: z.string().describe('of the text that every offset refers to'),
    version: z.int().describe('1 for the first text of this address'),
  }),
);

export const saidSchema = schemaOf<Said>()(
  'Said',
  z.object({
    time: z.object({ span: spanSchema, date: z.string().nullable() }).nullable(),
    place: spanSchema.nullable(),
    occasion: spanSchema.nullable(),
  }),
);

export const modelSchema = z.object({ name: z.string(), version: z.string() });

/** What a statement has besides the report and the network, which a page about one report tells once. */
export const statementShape = {
  kind: z.literal('statement'),
  id: z.string(),
  source: z.array(spanSchema),
  cue: z.array(spanSchema),
  content: z.array(spanSchema),
  words: z.object({ source: z.string(), cue: z.string(), content: z.string() }),
  sentence: wordsSpanSchema,
  speaker: z.string().nullable(),
  entity: z.object({ id: z.string(), name: z.string(), type: z.string() }).nullable(),
  sourceType: z.enum(sourceTypes),
  quotation: z.enum(quotationForms),
  stance: z.enum(stances),
  distance: z.enum(distances),
  confidence: z.number().describe('0 to 1'),
  disputes: z.array(z.string()),
  disputedBy: z.array(z.string()),
  addressee: z.string().nullable(),
  said: saidSchema.nullable(),
};

export const ownVoiceShape = { kind: z.literal('own-voice'), id: z.string(), span: wordsSpanSchema };

export const statementRecordSchema = schemaOf<StatementRecord>()(
  'Statement',
  z.object({ ...statementShape, report: recordedReportSchema, model: modelSchema }),
);

export const ownVoiceRecordSchema = schemaOf<OwnVoiceRecord>()(
  'OwnVoice',
  z.object({ ...ownVoiceShape, report: recordedReportSchema, model: modelSchema }),
);

export const ledgerRecordSchema = schemaOf<LedgerRecord>()(
  'Record',
  z.union([statementRecordSchema, ownVoiceRecordSchema]),
);
