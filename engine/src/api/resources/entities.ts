import { createRoute, z } from '@hono/zod-openapi';
import { speakerOrders } from '../../ledger/index.ts';
import { answers, answersWithCsv, pageOf } from '../answers.ts';
import { found, resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, pageParameters, queryParameters, text } from '../query-parameters.ts';
import { speakerProfileSchema, speakerSummarySchema } from '../schemas/index.ts';

const { words, sourceType, publisher } = queryParameters;

const list = createRoute({
  method: 'get',
  path: '/entities',
  summary: 'Whoever speaks in the reports',
  tags: ['entities'],
  request: {
    query: z.strictObject({
      words: words.describe('words of the name, or how they begin'),
      sourceType,
      publisher,
      sort: z.enum(speakerOrders).optional().describe('with the most statements first, if not said'),
      ...pageParameters,
      format,
    }),
  },
  responses: answersWithCsv(pageOf(speakerSummarySchema), 'A page of them; two persons of one name are one here'),
});

const one = createRoute({
  method: 'get',
  path: '/entities/{name}',
  summary: 'What is known of a speaker',
  tags: ['entities'],
  request: {
    params: z.object({ name: text.min(1) }),
    query: z.strictObject({
      publisher: text.optional().describe('whose, of a description such as “a senior official”'),
    }),
  },
  responses: answers(speakerProfileSchema, 'Names, roles, counts, and whom it contradicts'),
});

const columns = ['name', 'publisher', 'sourceType', 'statements', 'reports', 'publishers', 'firstDate', 'lastDate'] as const; // prettier-ignore

export function entityRoutes({ reading }: Context) {
  return resource()
    .openapi(list, async (c) => {
      const { sort, limit, cursor, format, ...query } = c.req.valid('query');
      const page = await reading.speakers(query, { sort, limit, cursor });
      if (wantsCsv(c, format)) return csvOf(columns, page.items) as never;
      return c.json(page, 200);
    })
    .openapi(one, async (c) => {
      const { publisher } = c.req.valid('query');
      return c.json(found(await reading.speaker(c.req.valid('param').name, { publisher }), 'a speaker'), 200);
    });
}
