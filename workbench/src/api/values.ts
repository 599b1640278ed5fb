// The only place that names the engine: its types, and nothing of it at run time.
import type { Api } from 'according/api';
import type { ExtractSchema } from 'hono/types';

export type {
  ComparedSpeaker,
  Comparison,
  Contrast,
  Count,
  DisputeRecord,
  FacetCount,
  Facets,
  Failure as FailedReport,
  Import,
  LedgerQuery,
  LedgerRecord,
  LedgerSummary,
  Overview,
  OwnVoiceRecord,
  Page,
  PairCount,
  RecordedReport,
  ReportOwnVoice,
  ReportReading,
  ReportStatement,
  ReportSummary,
  ReportVersion,
  RoleOfSpeaker,
  SearchHit,
  SpeakerProfile,
  SpeakerSummary,
  StatementRecord,
} from 'according/api';
export type { SearchOrder } from 'according/ledger';
export type { Distance, QuotationForm, Role, SourceType, Stance } from 'according/attribution';
export type { Diagnostic, Span } from 'according/document';

type Routes = ExtractSchema<Api>;

/** What the server has to read, without `/api/`: `documents/:id`. */
export type ReadPath = {
  [Path in keyof Routes]: Routes[Path] extends { readonly $get: unknown }
    ? Path extends `/api/${infer Rest}`
      ? Rest
      : never
    : never;
}[keyof Routes];

/** What the server answers there, as its routes have it: one that is renamed, or answers other things, breaks the build here. */
export type AnswerOf<Path extends ReadPath> = Routes[`/api/${Path}`] extends { readonly $get: infer Given }
  ? Extract<Given, { readonly status: 200; readonly outputFormat: 'json' }> extends { readonly output: infer Answer }
    ? Answer
    : never
  : never;

/** The names in a path: `id` of `documents/:id`. */
export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
