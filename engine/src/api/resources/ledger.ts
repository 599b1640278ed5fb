import { createRoute } from '@hono/zod-openapi';
import { answers } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { ledgerSummarySchema } from '../schemas/index.ts';

const route = createRoute({
  method: 'get',
  path: '/ledger',
  summary: 'How much the ledger holds, and where it lies',
  tags: ['ledger'],
  responses: answers(ledgerSummarySchema, 'Counts of reports, versions, texts, readings, statements and failures'),
});

export function ledgerRoutes({ ledger, reading, example }: Context) {
  return resource().openapi(route, async (c) => {
    const { kind, name } = ledger.store;
    return c.json({ ...(await reading.summary()), place: kind, name, example }, 200);
  });
}
