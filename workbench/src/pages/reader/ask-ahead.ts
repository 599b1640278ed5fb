import type { QueryClient } from '@tanstack/react-query';
import { answers } from '../../api/index.ts';

/** Asks for the report that an address opens while the script of its page is still on the way. */
export function askAhead(client: QueryClient, { pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const id = /^\/documents\/([^/]+)$/u.exec(pathname)?.[1];
  if (id === undefined) return;
  const version = Number(new URLSearchParams(search).get('version')) || undefined;
  try {
    void client.prefetchQuery(answers.document(decodeURIComponent(id), version));
  } catch {
    // An address that is no address of a report: the page says so.
  }
}
