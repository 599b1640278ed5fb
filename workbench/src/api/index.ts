// Comes in: what a page asks for.
// Goes out: the server's answers, typed as the engine types them; its refusals as errors with their code.
export { ApiError } from './api-error.ts';
export {
  exportAddress,
  exportComparisonAddress,
  get,
  importEventsAddress,
  overviewTableAddress,
  searchOf,
  send,
  upload,
} from './client.ts';
export { answers } from './answers.ts';
export type { Parameters } from './client.ts';
export type * from './values.ts';
