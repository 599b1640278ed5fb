import { z } from '@hono/zod-openapi';
import type { Page } from '../record/index.ts';
import { problemSchema, problemType } from './problem.ts';

/** A list of values that nobody changes. */
export function listOf<Item>(item: z.ZodType<Item, Item>): z.ZodType<readonly Item[], readonly Item[]> {
  return z.array(item) as unknown as z.ZodType<readonly Item[], readonly Item[]>;
}

export function pageOf<Item>(item: z.ZodType<Item, Item>): z.ZodType<Page<Item>, Page<Item>> {
  const page = z.object({ items: z.array(item), next: z.string().nullable() });
  return page as unknown as z.ZodType<Page<Item>, Page<Item>>;
}

const failure = { content: { [problemType]: { schema: problemSchema } } } as {
  readonly content: { readonly 'application/problem+json': { readonly schema: typeof problemSchema } };
};

/** What every route may answer besides. */
const failures = {
  400: { ...failure, description: 'The request asks for something that cannot be' },
  401: { ...failure, description: 'A token is needed, or the one given is not known' },
  403: { ...failure, description: 'This host, page or token may not do that' },
  404: { ...failure, description: 'Nothing of that name' },
  429: { ...failure, description: 'Too many requests; the header Retry-After says when to come back' },
  503: { ...failure, description: 'The ledger cannot be reached now' },
};

/** The answers of a route: what it gives, and the problems that every route may have. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { content: { 'application/json': { schema } }, description }, ...failures };
}

/** The same, where `text/csv` gives the rows as a table. */
export function answersWithCsv<Schema extends z.ZodType>(schema: Schema, description: string) {
  const made = answers(schema, description);
  // The typed client asks for JSON alone, so only the document tells of the other.
  Object.assign(made[200].content, { 'text/csv': { schema: z.string() } });
  return made;
}

/** The answers of a route that starts something. */
export function accepted<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 202: { content: { 'application/json': { schema } }, description }, ...failures };
}
