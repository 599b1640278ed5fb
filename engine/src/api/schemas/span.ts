import { z } from '@hono/zod-openapi';
import type { Span } from '../../document/index.ts';
import { schemaOf } from './schema-of.ts';

/** Offsets in UTF-16 code units, as strings have them in a browser. */
export const spanSchema = schemaOf<Span>()(
  'Span',
  z.object({ start: z.int().describe('UTF-16 code units from the start of the text'), end: z.int() }),
);

/** A span with its words. */
export const wordsSpanSchema = schemaOf<Span & { readonly text: string }>()(
  'WordsSpan',
  z.object({ start: z.int(), end: z.int(), text: z.string() }),
);
