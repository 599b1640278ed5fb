import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AccordingError, asAccordingError } from '../../errors.ts';
import type { AddResult, Ledger } from '../../ledger/index.ts';
import { addReports, countInputs, ReportPool, type Added, type FetchOptions } from '../../pipeline/index.ts';
import { collectImport } from './collect-import.ts';
import type { Import, ImportInput } from './import.ts';

export interface ImportSettings {
  readonly ledger: Ledger;
  /** Threads that read at once. */
  readonly workers: number;
  /** How addresses are fetched; never from private ones if not said. */
  readonly fetch?: FetchOptions;
  /** How long the threads stay when nothing is to be read. */
  readonly idleMs?: number;
  readonly now?: () => Date;
}

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
const aheadPerWorker = 16;
/** Imports that may wait for another one. */
const mostWaiting = 20;
/** Imports that are remembered after their end. */
const mostKept = 50;
const mostListed = 100;
const defaultIdleMs = 5 * 60_000;
/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

interface Job {
  readonly id: string;
  readonly inputs: readonly ImportInput[];
  readonly listeners: Set<() => void>;
  state: Import['state'];
  waiting: boolean;
  startedAt: string;
  found: number | null;
  counts: Record<AddResult | 'failed', number>;
  statements: number;
  failures: Import['failures'][number][];
  reports: Import['reports'][number][];
  bytes: number;
  allBytes: number;
  error: Import['error'];
  stop: AbortController;
}

/**
 * Adds reports to a ledger, one import after the other. The threads that read are started by the first and go when there has
 * been nothing to do for a while. `close` stops what is under way.
 */
export class Imports {
  readonly #settings: ImportSettings;
  /** By id, the oldest first. */
  readonly #jobs = new Map<string, Job>();
  readonly #queue: Job[] = [];
  #running: Promise<void> | null = null;
  #pool: Promise<ReportPool> | null = null;
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(settings: ImportSettings) {
    this.#settings = settings;
  }

  /**
   * Begins an import, or lets it wait for the one that is under way.
   *
   * @throws {AccordingError} `server-busy` where too many wait
   */
  start(inputs: readonly ImportInput[]): Import {
    const job: Job = { id: randomUUID(), inputs, listeners: new Set(), ...this.#begun() };
    this.#enqueue(job);
    this.#jobs.set(job.id, job);
    this.#forget();
    return told(job);
  }

  /** All that are remembered, the newest first. */
  list(): Import[] {
    return [...this.#jobs.values()].reverse().map(told);
  }

  find(id: string): Import | null {
    const job = this.#jobs.get(id);
    return job === undefined ? null : told(job);
  }

  /**
   * Does again what an import has done: what is there already is not read again.
   *
   * @returns null where there is none of this id
   * @throws {AccordingError} `request-invalid` where it is under way, or `server-busy`
   */
  retry(id: string): Import | null {
    const job = this.#jobs.get(id);
    if (job === undefined) return null;
    if (job.state === 'running')
      throw new AccordingError('request-invalid', 'Expected an import that has ended, got one that is under way');
    const begun = this.#begun();
    this.#enqueue(job, () => Object.assign(job, begun));
    return told(job);
  }

  /** Stops an import; what it has added stays. Null where there is none of this id. */
  stop(id: string): Import | null {
    const job = this.#jobs.get(id);
    if (job === undefined) return null;
    if (job.state === 'running') {
      job.stop.abort();
      const place = this.#queue.indexOf(job);
      if (place >= 0) {
        this.#queue.splice(place, 1);
        end(job, 'stopped');
      }
    }
    return told(job);
  }

  /** Calls `hear` whenever something about an import has changed, until the function that it gives is called. */
  listen(id: string, hear: () => void): () => void {
    const listeners = this.#jobs.get(id)?.listeners;
    listeners?.add(hear);
    return () => void listeners?.delete(hear);
  }

  /** Stops what is under way, once the reports that are being read are kept. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { id } of this.#jobs.values()) this.stop(id);
    await this.#running;
    if (this.#idle !== null) clearTimeout(this.#idle);
    await this.#closePool();
    for (const job of this.#jobs.values()) await removeUploads(job);
  }

  #begun(): Omit<Job, 'id' | 'inputs' | 'listeners'> {
    return {
      state: 'running',
      waiting: true,
      startedAt: (this.#settings.now?.() ?? new Date()).toISOString(),
      found: null,
      counts: { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 },
      statements: 0,
      failures: [],
      reports: [],
      bytes: 0,
      allBytes: 0,
      error: null,
      stop: new AbortController(),
    };
  }

  #enqueue(job: Job, prepare: () => void = () => {}): void {
    if (this.#closed || this.#queue.length >= mostWaiting)
      throw new AccordingError('server-busy', `Expected at most ${mostWaiting} imports to wait, got one more`);
    prepare();
    this.#queue.push(job);
    this.#running ??= this.#runAll().finally(() => (this.#running = null));
  }

  async #runAll(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    for (let job = this.#queue.shift(); job !== undefined; job = this.#queue.shift()) await this.#run(job);
    this.#idle = setTimeout(() => void this.#closePool(), this.#settings.idleMs ?? defaultIdleMs);
    this.#idle.unref();
  }

  /** Never rejects: what goes wrong is told of the import. */
  async #run(job: Job): Promise<void> {
    const { ledger, workers, fetch = {} } = this.#settings;
    const { signal } = job.stop;
    job.waiting = false;
    changed(job);
    try {
      await count(job, signal);
      const pool = await this.#openPool();
      const collected = (async function* () {
        for await (const found of collectImport(job.inputs, { web: { fetch }, signal })) {
          job.bytes = found.progress.bytes;
          yield found;
        }
      })();
      const ahead = workers * aheadPerWorker;
      for await (const added of addReports(untilAborted(collected, signal), pool, ledger, { ahead, signal }))
        note(job, added);
      const { counts } = job;
      if (counts.added + counts['new-version'] + counts.reread >= manyReports) await ledger.optimise();
      end(job, signal.aborted ? 'stopped' : 'done');
    } catch (error) {
      const { code, message } = asAccordingError(error);
      if (!signal.aborted) job.error = { code, message };
      end(job, 'stopped');
    }
    // What failed may be tried again, for which the files have to be there.
    if (job.state === 'done' && job.counts.failed === 0) await removeUploads(job);
  }

  #openPool(): Promise<ReportPool> {
    this.#pool ??= ReportPool.open(this.#settings.workers);
    this.#pool.catch(() => (this.#pool = null));
    return this.#pool;
  }

  async #closePool(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await (await pool?.catch(() => null))?.close();
  }

  #forget(): void {
    for (const job of this.#jobs.values()) {
      if (this.#jobs.size <= mostKept) return;
      if (job.state === 'running') continue;
      this.#jobs.delete(job.id);
      void removeUploads(job);
    }
  }
}

/** How much there is to read, as far as it lies on disk. */
async function count(job: Job, signal: AbortSignal): Promise<void> {
  let found: number | null = 0;
  for (const input of job.inputs) {
    if (input.kind === 'text') found = found === null ? null : found + 1;
    else if (input.kind === 'upload') {
      const { folder, names } = input.upload;
      const { files, bytes } = await countInputs(
        names.map((name) => join(folder, name)),
        signal,
      );
      found = found === null ? null : found + files;
      job.allBytes += bytes;
    } else found = null;
  }
  job.found = found;
}

function note(job: Job, added: Added): void {
  job.counts[added.kind]++;
  if (added.kind === 'failed') {
    const { origin, code, message } = added;
    if (job.failures.length < mostListed) job.failures.push({ origin, code, message });
  } else {
    const { id, title, kind, statements } = added;
    job.statements += statements;
    job.reports.push({ id, title, kind });
    if (job.reports.length > mostListed) job.reports.shift();
  }
  changed(job);
}

function end(job: Job, state: 'done' | 'stopped'): void {
  job.state = state;
  job.waiting = false;
  changed(job);
}

function changed({ listeners }: Job): void {
  for (const hear of listeners) hear();
}

async function removeUploads({ inputs }: Job): Promise<void> {
  for (const input of inputs) {
    if (input.kind === 'upload') await rm(input.upload.folder, { recursive: true, force: true });
  }
}

async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      yield item;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** As it is now: what is told does not change with the import. */
function told(job: Job): Import {
  const { id, inputs, state, waiting, startedAt, found, counts, statements, bytes, allBytes, error } = job;
  return {
    id,
    state,
    waiting,
    startedAt,
    inputs: inputs.flatMap(nameOf).slice(0, mostListed),
    found,
    counts: { ...counts },
    statements,
    failures: [...job.failures],
    reports: [...job.reports],
    bytes,
    allBytes,
    error,
  };
}

function nameOf(input: ImportInput): readonly string[] {
  if (input.kind === 'upload') return input.upload.names;
  return [input.kind === 'text' ? (input.title ?? input.url ?? `${input.text.slice(0, 60).trim()}…`) : input.url];
}
