import { createRoute, z } from '@hono/zod-openapi';
import { AccordingError } from '../../errors.ts';
import { exportFormats, type ExportFormatName } from '../../export/index.ts';
import { answers } from '../answers.ts';
import { found, resource, type Context } from '../context.ts';
import { inWords, ledgerQuery, queryParameters } from '../query-parameters.ts';

/** Each takes a part of a processor as long as it runs. */
const mostAtOnce = 4;

const names = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]];

const route = createRoute({
  method: 'get',
  path: '/exports',
  summary: 'All that a query finds, as a file',
  tags: ['exports'],
  request: { query: z.strictObject({ ...queryParameters, format: z.enum(names) }) },
  responses: {
    ...answers(z.string(), ''),
    200: {
      description: 'The file, as it is made',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export function exportRoutes({ ledger }: Context) {
  let running = 0;
  return resource().openapi(route, (c) => {
    const { format, ...parameters } = c.req.valid('query');
    if (running >= mostAtOnce)
      throw new AccordingError('server-busy', `Expected at most ${mostAtOnce} exports at a time, got one more`);
    const query = ledgerQuery(parameters);
    const { write, mediaType, extension } = exportFormats[format];
    const stop = new AbortController();
    const chunks = write(ledger.records(query, { signal: stop.signal }), {
      textOf: async (sha256) => found(await ledger.text(sha256), 'the text of a report'),
      query: inWords(query),
      byteOrderMark: true,
    });
    running++;
    const body = streamOf(chunks, () => {
      stop.abort();
      running--;
    });
    const headers = {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="according${extension}"`,
      'cache-control': 'no-store',
      // A page that is opened from where it was saved runs nothing either; here it would be a page of this server.
      ...(format === 'html' && { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }),
    };
    return new Response(body, { headers }) as never;
  });
}

/** The stream of what a generator gives, as fast as it is taken; `end` is called once, however it ends. */
function streamOf(chunks: AsyncGenerator<string | Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done !== true) controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
        else {
          end();
          controller.close();
        }
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await chunks.return(undefined).catch(() => {});
    },
  });
}
