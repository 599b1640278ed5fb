import { createRoute, z } from '@hono/zod-openapi';
import { searchOrders } from '../../ledger/index.ts';
import { answers, answersWithCsv, pageOf } from '../answers.ts';
import { found, resource, type Context } from '../context.ts';
import { csvOfRecords, wantsCsv } from '../csv-answer.ts';
import { format, ledgerQuery, pageParameters, queryParameters } from '../query-parameters.ts';
import { ledgerRecordSchema, searchHitSchema } from '../schemas/index.ts';

const search = createRoute({
  method: 'get',
  path: '/statements',
  summary: 'Statements that a query finds',
  tags: ['statements'],
  request: {
    query: z.strictObject({
      ...queryParameters,
      sort: z.enum(searchOrders).optional().describe('relevance where words are looked for, else date'),
      ...pageParameters,
      format,
    }),
  },
  responses: answersWithCsv(pageOf(searchHitSchema), 'A page of them, with where the words stand'),
});

const one = createRoute({
  method: 'get',
  path: '/statements/{id}',
  summary: 'A statement or a clause of own voice, by its id',
  tags: ['statements'],
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: answers(ledgerRecordSchema, 'With the report that printed it first'),
});

export function statementRoutes({ reading }: Context) {
  return resource()
    .openapi(search, async (c) => {
      const { sort, limit, cursor, format, ...parameters } = c.req.valid('query');
      const { hits, next } = await reading.search(ledgerQuery(parameters), { sort, limit, cursor });
      if (wantsCsv(c, format)) return csvOfRecords(hits.map(({ record }) => record)) as never;
      return c.json({ items: hits, next }, 200);
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(found(await reading.record(id), 'a statement'), 200);
    });
}
