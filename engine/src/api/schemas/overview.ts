import { z } from '@hono/zod-openapi';
import type { Facets, LedgerSummary, SearchHit } from '../../ledger/index.ts';
import type {
  Comparison,
  ComparedSpeaker,
  Count,
  DisputeRecord,
  Overview,
  PairCount,
  RoleOfSpeaker,
  SpeakerProfile,
  SpeakerSummary,
  TreatmentOfSpeaker,
} from '../../record/index.ts';
import { schemaOf } from './schema-of.ts';
import { spanSchema } from './span.ts';
import {
  ledgerRecordSchema,
  ownVoiceRecordSchema,
  recordedReportSchema,
  statementRecordSchema,
} from './statement-record.ts';

export const countSchema = schemaOf<Count>()('Count', z.object({ value: z.string(), count: z.int() }));

export const pairCountSchema = schemaOf<PairCount>()(
  'PairCount',
  z.object({ group: z.string(), value: z.string(), count: z.int() }),
);

export const searchHitSchema = schemaOf<SearchHit>()(
  'SearchHit',
  z.object({
    record: ledgerRecordSchema,
    matches: z.array(spanSchema).describe('in the sentence (of own voice, in the span), from its start'),
  }),
);

const counts = z.array(countSchema);

export const facetsSchema = schemaOf<Facets>()(
  'Facets',
  z.object({
    count: z.int(),
    sourceType: counts,
    stance: counts,
    distance: counts,
    quotation: counts,
    publisher: counts,
    speaker: counts,
    month: counts,
  }),
);

export const ledgerSummarySchema = schemaOf<
  LedgerSummary & { readonly place: 'sqlite' | 'postgres'; readonly name: string; readonly example: boolean }
>()(
  'Ledger',
  z.object({
    reports: z.int(),
    versions: z.int(),
    texts: z.int(),
    readings: z.int(),
    statements: z.int(),
    failures: z.int(),
    place: z.enum(['sqlite', 'postgres']),
    name: z.string(),
    example: z.boolean().describe('whether it holds the invented example reports'),
  }),
);

const pairs = z.array(pairCountSchema);

export const overviewSchema = schemaOf<Overview>()(
  'Overview',
  z.object({
    reports: z.int(),
    statements: z.int(),
    ownVoiceClauses: z.int(),
    disputedStatements: z.int(),
    sourceTypeByPublisher: pairs,
    sourceTypeByTime: pairs,
    stanceByPublisher: pairs,
    quotationByPublisher: pairs,
    voiceByPublisher: pairs,
    disputedByPublisher: counts,
    speakers: z.array(z.object({ value: z.string(), count: z.int(), sourceType: z.string() })),
  }),
);

const speakerShape = {
  name: z.string(),
  publisher: z.string().nullable().describe('null for a name; for a description, whose it is'),
  sourceType: z.string(),
  statements: z.int(),
  reports: z.int(),
  publishers: z.int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
};

export const speakerSummarySchema = schemaOf<SpeakerSummary>()('SpeakerSummary', z.object(speakerShape));

export const roleOfSpeakerSchema = schemaOf<RoleOfSpeaker>()(
  'RoleOfSpeaker',
  z.object({
    text: z.string(),
    reports: z.int(),
    firstDate: z.string().nullable(),
    lastDate: z.string().nullable(),
    example: z.object({ report: recordedReportSchema, start: z.int(), end: z.int() }),
  }),
);

export const speakerProfileSchema = schemaOf<SpeakerProfile>()(
  'SpeakerProfile',
  z.object({
    ...speakerShape,
    aliases: counts,
    roles: z.array(roleOfSpeakerSchema),
    bySourceType: counts,
    byStance: counts,
    byQuotation: counts,
    byPublisher: counts,
    byDay: counts,
    disputes: counts,
    disputedBy: counts,
  }),
);

export const disputeRecordSchema = schemaOf<DisputeRecord>()(
  'Dispute',
  z.object({
    statement: statementRecordSchema,
    disputed: z.union([statementRecordSchema, ownVoiceRecordSchema]).nullable(),
  }),
);

export const treatmentSchema = schemaOf<TreatmentOfSpeaker>()(
  'TreatmentOfSpeaker',
  z.object({ statements: z.array(z.string()), quotation: counts, stance: counts, distance: counts }),
);

export const comparedSpeakerSchema = schemaOf<ComparedSpeaker>()(
  'ComparedSpeaker',
  z.object({
    name: z.string(),
    sourceType: z.string(),
    treatments: z.array(treatmentSchema.nullable()),
    contrasts: z.array(z.enum(['presence', 'quotation', 'stance', 'distance'])),
  }),
);

export const comparisonSchema = schemaOf<Comparison>()(
  'Comparison',
  z.object({ reports: z.array(recordedReportSchema), speakers: z.array(comparedSpeakerSchema) }),
);
