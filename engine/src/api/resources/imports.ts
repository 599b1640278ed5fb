import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { AccordingError } from '../../errors.ts';
import { accepted, answers } from '../answers.ts';
import { found, resource, type Context } from '../context.ts';
import { requireRole } from '../guards/check-token.ts';
import { readUpload, type Import, type ImportInput } from '../imports/index.ts';
import { importSchema } from '../schemas/index.ts';

const maxTextLength = 1_000_000;
const maxInputs = 1000;
/** A text of a million characters takes up to six bytes each in JSON. */
const maxJsonBytes = 8_000_000;
const heartbeatMs = 15_000;
/** Faster than this nobody sees. */
const shortestPauseMs = 200;

const told = z.string().max(2000).nullish();

/** A name of anything else would be looked for among the files of this machine. */
const webAddress = z
  .string()
  .max(4000)
  .regex(/^https?:\/\/[^\s/]/iu, 'expected an address that begins with http:// or https://');

const body = z
  .strictObject({
    inputs: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('text'),
            text: z.string().min(1).max(maxTextLength),
            title: told,
            publisher: told,
            date: z
              .string()
              .regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]{1,30})?)?)?$/u, 'expected a date such as 2026-03-04')
              .nullish(),
            url: webAddress.nullish(),
          }),
          z.strictObject({ kind: z.literal('url'), url: webAddress }),
          z.strictObject({ kind: z.literal('feed'), url: webAddress }),
        ]),
      )
      .min(1)
      .max(maxInputs),
  })
  .openapi('NewImport');

const id = z.object({ id: z.string().max(100) });

const start = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Adds texts, pages, feeds, or the files of a form',
  description: 'A form (multipart/form-data) has the files in fields of any name, with the folders they lay in.',
  tags: ['imports'],
  request: { body: { required: true, content: { 'application/json': { schema: body } } } },
  responses: accepted(importSchema, 'The import has begun, or waits for another'),
});

const list = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Imports since the server began, the newest first',
  tags: ['imports'],
  responses: answers(z.object({ items: z.array(importSchema) }), 'The last fifty'),
});

const one = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'How far an import is',
  tags: ['imports'],
  request: { params: id },
  responses: answers(importSchema, 'The import'),
});

const events = createRoute({
  method: 'get',
  path: '/imports/{id}/events',
  summary: 'How far an import is, as it goes on',
  description:
    'Server-sent events: “progress” whenever something has changed and “done” at the end, each with the import.',
  tags: ['imports'],
  request: { params: id },
  responses: {
    ...answers(importSchema, ''),
    200: { description: 'The events', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

const retry = createRoute({
  method: 'post',
  path: '/imports/{id}/retry',
  summary: 'Does an import again; what is there already is not read again',
  tags: ['imports'],
  request: { params: id },
  responses: accepted(importSchema, 'The import has begun again'),
});

const stop = createRoute({
  method: 'delete',
  path: '/imports/{id}',
  summary: 'Stops an import; what it has added stays',
  tags: ['imports'],
  request: { params: id },
  responses: answers(importSchema, 'The import; what is being read is finished first'),
});

export function importRoutes({ imports, uploads, needsToken }: Context) {
  const routes = resource();
  routes.on(['POST', 'DELETE'], ['/imports', '/imports/*'], requireRole('reviewer', needsToken));
  routes.post('/imports', async (c, next) => {
    const contentType = c.req.header('content-type') ?? '';
    if (!/^multipart\/form-data\b/iu.test(contentType)) return next();
    if (Number(c.req.header('content-length') ?? 0) > uploads.maxBytes) throw tooLarge(uploads.maxBytes);
    const upload = await readUpload(c.req.raw.body, contentType, uploads);
    return c.json(imports.start([{ kind: 'upload', upload }]), 202);
  });
  routes.use(
    '/imports/*',
    bodyLimit({
      maxSize: maxJsonBytes,
      onError: () => {
        throw tooLarge(maxJsonBytes);
      },
    }),
  );
  return routes
    .openapi(start, (c) => c.json(imports.start(c.req.valid('json').inputs.map(inputOf)), 202))
    .openapi(list, (c) => c.json({ items: imports.list() }, 200))
    .openapi(one, (c) => c.json(found(imports.find(c.req.valid('param').id), 'an import'), 200))
    .openapi(events, (c) => {
      const { id } = c.req.valid('param');
      found(imports.find(id), 'an import');
      return streamSSE(c, async (stream) => {
        let wake = (): void => {};
        const changed = (): void => wake();
        const forget = imports.listen(id, changed);
        stream.onAbort(() => {
          forget();
          changed();
        });
        try {
          while (!stream.aborted) {
            const waiting = new Promise<void>((resolve) => (wake = resolve));
            const known: Import | null = imports.find(id);
            if (known === null) return;
            const ended = known.state !== 'running';
            await stream.writeSSE({ event: ended ? 'done' : 'progress', data: JSON.stringify(known) });
            if (ended) return;
            await stream.sleep(shortestPauseMs);
            // A line that means nothing keeps the connection open, and shows who has gone.
            while (!stream.aborted && (await isLate(waiting))) await stream.write(': still here\n\n');
          }
        } finally {
          forget();
        }
      }) as never;
    })
    .openapi(retry, (c) => c.json(found(imports.retry(c.req.valid('param').id), 'an import'), 202))
    .openapi(stop, (c) => c.json(found(imports.stop(c.req.valid('param').id), 'an import'), 200));
}

function inputOf(input: z.output<typeof body>['inputs'][number]): ImportInput {
  if (input.kind !== 'text') return input;
  const { kind, text, title = null, publisher = null, date = null, url = null } = input;
  return { kind, text, title, publisher, date, url };
}

async function isLate(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(true), heartbeatMs)));
  try {
    return await Promise.race([promise.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(maxBytes: number): AccordingError {
  return new AccordingError('request-too-large', `Expected at most ${maxBytes} bytes, got more`, { maxBytes });
}
