import { createRoute, z } from '@hono/zod-openapi';
import { answersWithCsv, pageOf } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, ledgerQuery, pageParameters, queryParameters } from '../query-parameters.ts';
import { disputeRecordSchema } from '../schemas/index.ts';

const route = createRoute({
  method: 'get',
  path: '/disputes',
  summary: 'Statements that contradict another, among those that a query finds',
  tags: ['statements'],
  request: { query: z.strictObject({ ...queryParameters, ...pageParameters, format }) },
  responses: answersWithCsv(pageOf(disputeRecordSchema), 'Each with what it contradicts'),
});

const columns = ['report', 'outlet', 'date', 'id', 'speaker', 'content', 'disputed_id', 'disputed_speaker', 'disputed_content'] as const; // prettier-ignore

export function disputeRoutes({ reading }: Context) {
  return resource().openapi(route, async (c) => {
    const { limit, cursor, format, ...parameters } = c.req.valid('query');
    const page = await reading.disputes(ledgerQuery(parameters), { limit, cursor });
    if (!wantsCsv(c, format)) return c.json(page, 200);
    const rows = page.items.map(({ statement, disputed }) => ({
      report: statement.report.id,
      outlet: statement.report.publisher,
      date: statement.report.date,
      id: statement.id,
      speaker: statement.speaker,
      content: statement.words.content,
      disputed_id: disputed?.id ?? null,
      disputed_speaker: disputed?.kind === 'statement' ? disputed.speaker : null,
      disputed_content:
        disputed === null ? null : disputed.kind === 'statement' ? disputed.words.content : disputed.span.text,
    }));
    return csvOf(columns, rows) as never;
  });
}
