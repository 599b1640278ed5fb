import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testApi } from '../../test/test-api.ts';
import { errorCodes } from '../errors.ts';
import { z } from '@hono/zod-openapi';
import { schemaOf } from './schemas/schema-of.ts';

describe('the OpenAPI document', () => {
  it('has the routes that docs/api.md has, and no other', async () => {
    const { json } = await testApi();
    const { openapi, paths } = await json('/api/openapi.json');
    expect(openapi).toBe('3.1.0');
    const routes = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/^\| `((?:GET|POST|DELETE) [^`]+)` +\|/gm)].map((match) => match[1]!);
    expect(told.toSorted()).toEqual(routes.toSorted());
  });

  it('refers to no schema that it does not have', async () => {
    const { ask } = await testApi();
    const text = await (await ask('/api/openapi.json')).text();
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in components.schemas))).toEqual([]);
  });

  it('is shown on a page that runs nothing, with every error', async () => {
    const { ask } = await testApi();
    const page = await (await ask('/api/docs')).text();
    expect(page).not.toMatch(/<script|style=|<style/);
    for (const code of errorCodes) expect(page).toContain(`id="error-${code}"`);
    expect(page).toContain('GET /api/documents/{id}/versions');
  });
});

describe('schemas', () => {
  it('compile only where they say what the type says', () => {
    const pair = schemaOf<{ readonly a: string; readonly b: readonly number[] }>();
    pair('Fits', z.object({ a: z.string(), b: z.array(z.number()) }));
    // @ts-expect-error a key is missing
    pair('Less', z.object({ a: z.string() }));
    // @ts-expect-error a key is too many
    pair('More', z.object({ a: z.string(), b: z.array(z.number()), c: z.string() }));
    // @ts-expect-error null is not said
    pair('Other', z.object({ a: z.string().nullable(), b: z.array(z.number()) }));
    expect(pair).toBeTypeOf('function'); // the compiler is what tests them
  });
});
