import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { askAhead } from './ask-ahead.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['/documents/ab12', '', ['ab12', '']],
  ['/documents/ab12', '?version=2&statement=x', ['ab12', '2']],
  ['/documents', '', null],
  ['/documents/%E0%A4%A', '', null],
])('asks for the report of %s%s, and for nothing else', (pathname, search, asked) => {
  const asks: string[] = [];
  vi.stubGlobal('fetch', async (url: string | URL) => {
    asks.push(String(url));
    return Response.json({});
  });
  askAhead(new QueryClient(), { pathname, search });
  const url = asks.length === 0 ? null : new URL(asks[0]!, 'http://127.0.0.1/');
  expect(asks.length).toBeLessThanOrEqual(1);
  expect(url && [url.pathname.split('/').at(-1), url.searchParams.get('version') ?? '']).toEqual(asked);
});
