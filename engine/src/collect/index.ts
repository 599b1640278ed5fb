// Comes in: names of files, folders and patterns, addresses.
// Goes out: reports as they were found, and why some could not be had.
export { collectInputs } from './collect-inputs.ts';
export type { CollectOptions } from './collect-inputs.ts';
export type { CollectedInput } from './collected-input.ts';
export type { ColumnMap, RecordField } from './column-map.ts';
export { countInputs } from './count-inputs.ts';
export { defaultLimits } from './limits.ts';
export type { Limits } from './limits.ts';
export { parseColumns } from './parse-columns.ts';
export type { Progress } from './progress.ts';
export type { Collected, KnownFacts, KnownPage, PageFacts, RawBody, RawReport } from './raw-report.ts';
export type { FetchOptions, Validators, ValidatorStore } from './fetch-options.ts';
export type { PoliteFetcher } from './fetch-politely.ts';
export { openFetcher, watchFeeds } from './lazy-web.ts';
export type { WatchOptions } from './watch-feeds.ts';
export type { WebOptions } from './web-inputs.ts';
