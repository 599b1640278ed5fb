import { createRoute, z } from '@hono/zod-openapi';
import { answersWithCsv } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, ledgerQuery, queryParameters, wholeNumber } from '../query-parameters.ts';
import { facetsSchema } from '../schemas/index.ts';

const route = createRoute({
  method: 'get',
  path: '/facets',
  summary: 'How many statements that a query finds have which value',
  tags: ['statements'],
  request: {
    query: z.strictObject({
      ...queryParameters,
      most: wholeNumber(1, 1000, 'how many outlets and speakers; 50 if not said'),
      format,
    }),
  },
  responses: answersWithCsv(facetsSchema, 'Counts, the most frequent first; months in their order'),
});

const names = ['sourceType', 'stance', 'distance', 'quotation', 'publisher', 'speaker', 'month'] as const;

export function facetRoutes({ reading }: Context) {
  return resource().openapi(route, async (c) => {
    const { most, format, ...parameters } = c.req.valid('query');
    const facets = await reading.facets(ledgerQuery(parameters), most === undefined ? {} : { most });
    if (!wantsCsv(c, format)) return c.json(facets, 200);
    const rows = names.flatMap((facet) => facets[facet].map((count) => ({ facet, ...count })));
    return csvOf(['facet', 'value', 'count'], rows) as never;
  });
}
