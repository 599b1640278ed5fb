import { createRoute, z } from '@hono/zod-openapi';
import { answersWithCsv } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, ledgerQuery, queryParameters, wholeNumber } from '../query-parameters.ts';
import { overviewSchema } from '../schemas/index.ts';

const pairTables = ['sourceTypeByPublisher', 'sourceTypeByTime', 'stanceByPublisher', 'quotationByPublisher', 'voiceByPublisher'] as const; // prettier-ignore
const tables = [...pairTables, 'disputedByPublisher', 'speakers'] as const;

const route = createRoute({
  method: 'get',
  path: '/overview',
  summary: 'What a query finds, counted by outlets and in time',
  tags: ['statements'],
  request: {
    query: z.strictObject({
      ...queryParameters,
      publishers: wholeNumber(1, 500, 'how many outlets; 12 if not said'),
      format,
      table: z.enum(tables).optional().describe('which table CSV gives; sourceTypeByPublisher if not said'),
    }),
  },
  responses: answersWithCsv(overviewSchema, 'Counts for charts, each of which is a table as well'),
});

export function overviewRoutes({ reading }: Context) {
  return resource().openapi(route, async (c) => {
    const { publishers, format, table = 'sourceTypeByPublisher', ...parameters } = c.req.valid('query');
    const overview = await reading.overview(ledgerQuery(parameters), { publishers });
    if (!wantsCsv(c, format)) return c.json(overview, 200);
    if (table === 'speakers') return csvOf(['value', 'count', 'sourceType'], overview.speakers) as never;
    if (table === 'disputedByPublisher') return csvOf(['value', 'count'], overview.disputedByPublisher) as never;
    return csvOf(['group', 'value', 'count'], overview[table]) as never;
  });
}
