import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './context.ts';
import { docsPage, docsStyle } from './pages/docs-page.ts';

/** The parts of an OpenAPI document that the page about it shows. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { content: Record<string, unknown> };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Serves the OpenAPI document of all routes, and a page that shows it. */
export function describeApi(
  app: OpenAPIHono<ApiEnv>,
  { release, needsToken }: { readonly release: string; readonly needsToken: boolean },
): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  // Made when it is first asked for: few ask.
  let made: ApiDescription | null = null;
  const describe = (): ApiDescription => {
    const document = app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'According',
        version: release,
        license: { name: 'Apache-2.0' },
        description:
          'Reports, the statements found in them, who makes them and what they dispute. Lists come in pages: `next` of one is `cursor` of the next.',
      },
      servers: [{ url: '/' }],
      ...(needsToken && { security: [{ token: [] }] }),
    }) as unknown as ApiDescription;
    // Forms are read as they come in, and by no schema.
    document.paths['/api/imports']!['post']!.requestBody!.content['multipart/form-data'] = {
      schema: {
        type: 'object',
        properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
        required: ['files'],
      },
    };
    return document;
  };
  app.get('/api/openapi.json', (c) => c.json((made ??= describe()) as object));
  app.get('/api/docs', (c) => c.html(docsPage((made ??= describe()))));
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
