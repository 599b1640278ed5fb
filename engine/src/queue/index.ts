// Comes in: reports as they were found, one process's.
// Goes out: the same reports, each to one of many processes, and again where a process died before it was done.
export { needsServer, ReportQueue } from './report-queue.ts';
export type { QueuedReport, TakeOptions } from './report-queue.ts';
