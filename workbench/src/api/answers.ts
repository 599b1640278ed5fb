import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Parameters } from './client.ts';
import type { AnswerOf, NamesIn, Page, ReadPath } from './values.ts';

/** What stands in a path for its names. */
type Names<Path extends string> = { readonly [name in NamesIn<Path>]: string | number };

/** One answer of the server, about one thing: another thing is not shown under its address while it loads. */
function one<Path extends ReadPath>(path: Path, names: Names<Path>, parameters: Parameters = {}) {
  const filled = fill(path, names);
  return queryOptions({
    queryKey: [filled, parameters] as const,
    queryFn: ({ signal }) => get<AnswerOf<Path>>(filled, parameters, signal),
  });
}

/** What filters find: while one changes, the last answer stays on the page, so that nothing flickers and nothing jumps. */
function found<Path extends ReadPath>(path: Path, names: Names<Path>, parameters: Parameters) {
  return queryOptions({ ...one(path, names, parameters), placeholderData: keepPreviousData });
}

/** A list that comes in parts. */
function list<Path extends ReadPath>(path: Path, names: Names<Path>, parameters: Parameters) {
  type Item = AnswerOf<Path> extends Page<infer Item> ? Item : never;
  const filled = fill(path, names);
  return infiniteQueryOptions({
    queryKey: [filled, parameters, 'list'] as const,
    queryFn: ({ signal, pageParam }) => get<Page<Item>>(filled, { ...parameters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

function fill<Path extends string>(path: Path, names: Names<Path>): string {
  const values = names as Readonly<Record<string, string | number>>;
  return path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(values[name]!));
}

/**
 * Everything that pages ask the server for: options of `useQuery`, and of `useInfiniteQuery` where it is a list. Paths and answers
 * are the server's own types. Its typed client is not used: 2.2 kB for what types alone give.
 */
export const answers = {
  ledger: () => one('ledger', {}),
  documents: (parameters: Parameters) => list('documents', {}, parameters),
  document: (id: string, version?: number) => one('documents/:id', { id }, { version }),
  versionText: (id: string, number: number) => one('documents/:id/versions/:number/text', { id, number }),
  statements: (parameters: Parameters) => list('statements', {}, parameters),
  statement: (id: string) => one('statements/:id', { id }),
  facets: (parameters: Parameters) => found('facets', {}, parameters),
  overview: (parameters: Parameters) => found('overview', {}, parameters),
  speakers: (parameters: Parameters) => list('entities', {}, parameters),
  speaker: (name: string, publisher?: string) => one('entities/:name', { name }, { publisher }),
  disputes: (parameters: Parameters) => list('disputes', {}, parameters),
  comparison: (document: readonly string[]) => found('comparison', {}, { document }),
  imports: () => one('imports', {}),
  import: (id: string) => one('imports/:id', { id }),
  failures: () => list('failures', {}, { limit: 20 }),
  session: () => one('session', {}),
};
