import { createRoute, z } from '@hono/zod-openapi';
import { reportOrders } from '../../ledger/index.ts';
import { answers, answersWithCsv, listOf, pageOf } from '../answers.ts';
import { found, resource, type Context } from '../context.ts';
import { csvOf, wantsCsv } from '../csv-answer.ts';
import { format, pageParameters, queryParameters, wholeNumber } from '../query-parameters.ts';
import { reportReadingSchema, reportSummarySchema, reportVersionSchema } from '../schemas/index.ts';

const { words, publisher, from, to } = queryParameters;
const id = z.string().max(100);
const mostVersions = 999_999_999;

const list = createRoute({
  method: 'get',
  path: '/documents',
  summary: 'Reports in their newest versions',
  tags: ['documents'],
  request: {
    query: z.strictObject({
      words: words.describe('words of the title, or how they begin'),
      publisher,
      from,
      to,
      sort: z.enum(reportOrders).optional().describe('newest first, if not said'),
      ...pageParameters,
      format,
    }),
  },
  responses: answersWithCsv(pageOf(reportSummarySchema), 'A page of them, with how much was found in each'),
});

const one = createRoute({
  method: 'get',
  path: '/documents/{id}',
  summary: 'A report with its text and everything that was found in it',
  tags: ['documents'],
  request: {
    params: z.object({ id }),
    query: z.strictObject({ version: wholeNumber(1, mostVersions, 'which of its texts; the newest if not said') }),
  },
  responses: answers(reportReadingSchema, 'Text, statements, own voice, entities, diagnostics and versions'),
});

const versions = createRoute({
  method: 'get',
  path: '/documents/{id}/versions',
  summary: 'The texts that a report had',
  tags: ['documents'],
  request: { params: z.object({ id }) },
  responses: answers(z.object({ versions: listOf(reportVersionSchema) }), 'With what changed from one to the next'),
});

const text = createRoute({
  method: 'get',
  path: '/documents/{id}/versions/{number}/text',
  summary: 'One of the texts that a report had',
  tags: ['documents'],
  request: {
    params: z.object({
      id,
      number: z
        .string()
        .regex(/^\d{1,9}$/u, 'expected a number')
        .transform(Number),
    }),
  },
  responses: answers(z.object({ text: z.string(), sha256: z.string() }), 'The text, and its hash'),
});

const columns = ['id', 'title', 'publisher', 'date', 'dateOrigin', 'url', 'sha256', 'version', 'versions', 'statements', 'ownVoice', 'disputed'] as const; // prettier-ignore

export function documentRoutes({ reading }: Context) {
  return resource()
    .openapi(list, async (c) => {
      const { sort, limit, cursor, format, ...query } = c.req.valid('query');
      const page = await reading.reports(query, { sort, limit, cursor });
      if (wantsCsv(c, format)) return csvOf(columns, page.items) as never;
      return c.json(page, 200);
    })
    .openapi(one, async (c) => {
      const { version } = c.req.valid('query');
      return c.json(found(await reading.reading(c.req.valid('param').id, { version }), 'a report'), 200);
    })
    .openapi(versions, async (c) => {
      const { versions } = found(await reading.reading(c.req.valid('param').id), 'a report');
      return c.json({ versions }, 200);
    })
    .openapi(text, async (c) => {
      const { id, number } = c.req.valid('param');
      const { versions } = found(await reading.reading(id), 'a report');
      const { sha256 } = found(
        versions.find((version) => version.number === number),
        'a version of the report',
      );
      return c.json({ text: found(await reading.text(sha256), 'the text of the version'), sha256 }, 200);
    });
}
