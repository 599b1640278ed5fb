import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Parameters } from './client.ts';
import type {
  Comparison,
  DisputeRecord,
  Facets,
  FailedReport,
  Import,
  LedgerPlace,
  LedgerRecord,
  LedgerSummary,
  Overview,
  Page,
  ReportReading,
  ReportSummary,
  SearchHit,
  SpeakerProfile,
  SpeakerSummary,
} from './values.ts';

/** One answer of the server, about one thing: another thing is not shown under its address while it loads. */
function one<Answer>(path: string, parameters: Parameters = {}) {
  return queryOptions({
    queryKey: [path, parameters] as const,
    queryFn: ({ signal }) => get<Answer>(path, parameters, signal),
  });
}

/** What filters find: while one changes, the last answer stays on the page, so that nothing flickers and nothing jumps. */
function found<Answer>(path: string, parameters: Parameters) {
  return queryOptions({ ...one<Answer>(path, parameters), placeholderData: keepPreviousData });
}

/** A list that comes in parts. */
function list<Item>(path: string, parameters: Parameters = {}) {
  return infiniteQueryOptions({
    queryKey: [path, parameters, 'list'] as const,
    queryFn: ({ signal, pageParam }) => get<Page<Item>>(path, { ...parameters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

const segment = encodeURIComponent;

/** Everything that pages ask the server for: options of `useQuery`, and of `useInfiniteQuery` where it is a list. */
export const answers = {
  ledger: () => one<LedgerSummary & LedgerPlace>('ledger'),
  documents: (parameters: Parameters) => list<ReportSummary>('documents', parameters),
  document: (id: string, version?: number) => one<ReportReading>(`documents/${segment(id)}`, { version }),
  versionText: (id: string, version: number) =>
    one<{ readonly text: string; readonly sha256: string }>(`documents/${segment(id)}/versions/${version}/text`),
  statements: (parameters: Parameters) => list<SearchHit>('statements', parameters),
  statement: (id: string) => one<LedgerRecord>(`statements/${segment(id)}`),
  facets: (parameters: Parameters) => found<Facets>('facets', parameters),
  overview: (parameters: Parameters) => found<Overview>('overview', parameters),
  speakers: (parameters: Parameters) => list<SpeakerSummary>('entities', parameters),
  speaker: (name: string, publisher?: string) =>
    // As a list, of which an empty outlet is not left out: it stands for reports without one.
    one<SpeakerProfile>(`entities/${segment(name)}`, { publisher: publisher === undefined ? null : [publisher] }),
  disputes: (parameters: Parameters) => list<DisputeRecord>('disputes', parameters),
  comparison: (documents: readonly string[]) => found<Comparison>('comparison', { document: documents }),
  imports: () => one<{ readonly items: readonly Import[] }>('imports'),
  import: (id: string) => one<Import>(`imports/${segment(id)}`),
  failures: () => list<FailedReport>('failures'),
};
