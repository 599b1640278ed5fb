import { createRoute, z } from '@hono/zod-openapi';
import type { Failure } from '../../ledger/index.ts';
import { answersWithCsv, pageOf } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, pageParameters } from '../query-parameters.ts';
import { failureSchema } from '../schemas/index.ts';

const defaultLimit = 50;

const route = createRoute({
  method: 'get',
  path: '/failures',
  summary: 'What could not be added, and why',
  tags: ['imports'],
  request: { query: z.strictObject({ ...pageParameters, format }) },
  responses: answersWithCsv(pageOf(failureSchema), 'In order of where it came from'),
});

export function failureRoutes({ ledger }: Context) {
  return resource().openapi(route, async (c) => {
    const { limit = defaultLimit, cursor, format } = c.req.valid('query');
    const items: Failure[] = [];
    let next: string | null = null;
    for await (const failure of ledger.failures({ after: cursor })) {
      if (items.length === limit) {
        next = items.at(-1)!.origin;
        break;
      }
      items.push(failure);
    }
    if (wantsCsv(c, format)) return csvOf(['origin', 'code', 'message', 'attempts', 'lastAt'], items) as never;
    return c.json({ items, next }, 200);
  });
}
