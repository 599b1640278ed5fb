import { z } from '@hono/zod-openapi';
import type { Failure } from '../../ledger/index.ts';
import type { Import } from '../imports/index.ts';
import { schemaOf } from './schema-of.ts';

export const failureSchema = schemaOf<Failure>()(
  'Failure',
  z.object({
    origin: z.string(),
    code: z.string(),
    message: z.string(),
    attempts: z.int(),
    lastAt: z.string(),
  }),
);

export const importSchema = schemaOf<Import>()(
  'Import',
  z.object({
    id: z.string(),
    state: z.enum(['running', 'done', 'stopped']),
    waiting: z.boolean().describe('whether another import has to end first'),
    startedAt: z.string(),
    inputs: z.array(z.string()),
    found: z.int().nullable().describe('files and texts; null while it is not known, and for addresses'),
    counts: z.object({
      added: z.int(),
      'new-version': z.int(),
      reread: z.int(),
      unchanged: z.int(),
      failed: z.int(),
    }),
    statements: z.int(),
    failures: z
      .array(z.object({ origin: z.string(), code: z.string(), message: z.string() }))
      .describe('the first hundred'),
    reports: z
      .array(
        z.object({
          id: z.string(),
          title: z.string().nullable(),
          kind: z.enum(['added', 'new-version', 'reread', 'unchanged']),
        }),
      )
      .describe('the last hundred that were added'),
    bytes: z.int(),
    allBytes: z.int(),
    error: z.object({ code: z.string(), message: z.string() }).nullable().describe('what ended it before its end'),
  }),
);
