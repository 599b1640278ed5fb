import { createRoute, z } from '@hono/zod-openapi';
import { answersWithCsv } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, many } from '../query-parameters.ts';
import { comparisonSchema } from '../schemas/index.ts';

const route = createRoute({
  method: 'get',
  path: '/comparison',
  summary: 'Two or three reports side by side',
  tags: ['documents'],
  request: {
    query: z.strictObject({
      document: many(z.string().max(100)).openapi({
        type: 'array',
        items: { type: 'string' },
        description: 'id of a report, two or three times',
      }),
      format,
    }),
  },
  responses: answersWithCsv(comparisonSchema, 'What each does with each speaker, those that differ most first'),
});

export function comparisonRoutes({ reading }: Context) {
  return resource().openapi(route, async (c) => {
    const { document = [], format } = c.req.valid('query');
    const comparison = await reading.compare(document);
    if (!wantsCsv(c, format)) return c.json(comparison, 200);
    const rows = comparison.speakers.flatMap(({ name, sourceType, treatments }) =>
      treatments.map((treatment, index) => {
        const { id, publisher } = comparison.reports[index]!;
        return { report: id, outlet: publisher, name, sourceType, statements: treatment?.statements.length ?? 0 };
      }),
    );
    return csvOf(['report', 'outlet', 'name', 'sourceType', 'statements'], rows) as never;
  });
}
