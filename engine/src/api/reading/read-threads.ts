import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AccordingError, type ErrorCode } from '../../errors.ts';
import { readingMethods, type Reading, type ReadingMethod } from './reading.ts';

/** A call, as a thread gets it. */
export interface Asked {
  readonly key: number;
  readonly method: ReadingMethod;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly key: number; readonly result: unknown }
  | {
      readonly key: number;
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

interface Call extends Asked {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls that may wait; beyond that, who asks is better told so. */
const mostWaiting = 500;
const defaultTimeoutMs = 30_000;

/**
 * Threads that answer queries of a ledger in a file. SQLite answers while everything else in its thread waits: here that is
 * nothing, and a query that takes too long is ended with its thread.
 */
export class ReadThreads {
  readonly #address: string;
  readonly #timeoutMs: number;
  readonly #busy = new Map<Worker, { readonly call: Call; readonly late: NodeJS.Timeout }>();
  readonly #free: Worker[] = [];
  readonly #queue: Call[] = [];
  #nextKey = 0;
  #closing = false;

  private constructor(address: string, timeoutMs: number) {
    this.#address = address;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws {AccordingError} `ledger-…` where the ledger cannot be opened */
  static async open(
    address: string,
    { threads, timeoutMs = defaultTimeoutMs }: { readonly threads: number; readonly timeoutMs?: number },
  ): Promise<ReadThreads> {
    const pool = new ReadThreads(address, timeoutMs);
    try {
      await Promise.all(Array.from({ length: threads }, () => pool.#start()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** The methods of the ledger, answered by the threads. */
  get reading(): Reading {
    const methods = readingMethods.map((method) => [method, (...args: unknown[]) => this.#ask(method, args)]);
    return Object.fromEntries(methods) as Reading;
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const { reject } of this.#queue.splice(0)) reject(ended());
    await Promise.all([...this.#free, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #ask(method: ReadingMethod, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closing) return reject(ended());
      if (this.#queue.length >= mostWaiting)
        return reject(
          new AccordingError('server-busy', `Expected at most ${mostWaiting} queries to wait, got one more`),
        );
      this.#queue.push({ key: this.#nextKey++, method, args, resolve, reject });
      this.#dispatch();
    });
  }

  #start(): Promise<void> {
    const file = new URL(`./read-thread${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: this.#address });
    return new Promise((resolve, reject) => {
      let failure: unknown = ended();
      worker.on('error', (error) => (failure = error));
      worker.on('exit', () => {
        reject(failure);
        this.#lose(worker, failure);
      });
      worker.on('message', (answer: Answer) => {
        if (answer.key >= 0) this.#settle(worker, answer);
        this.#free.push(worker);
        resolve();
        this.#dispatch();
      });
    });
  }

  #dispatch(): void {
    while (this.#queue.length > 0 && this.#free.length > 0) {
      const [call, worker] = [this.#queue.shift()!, this.#free.pop()!];
      const late = setTimeout(() => {
        call.reject(
          new AccordingError('query-too-slow', `Expected an answer within ${this.#timeoutMs / 1000} s, got none`),
        );
        void worker.terminate();
      }, this.#timeoutMs);
      this.#busy.set(worker, { call, late });
      worker.postMessage({ key: call.key, method: call.method, args: call.args } satisfies Asked);
    }
  }

  #settle(worker: Worker, answer: Answer): void {
    const { call, late } = this.#busy.get(worker)!;
    clearTimeout(late);
    this.#busy.delete(worker);
    if ('result' in answer) call.resolve(answer.result);
    else call.reject(new AccordingError(answer.code, answer.message, answer.details));
  }

  /** After a thread's end: its call is lost, and another takes its place. */
  #lose(worker: Worker, failure: unknown): void {
    const busy = this.#busy.get(worker);
    if (busy !== undefined) clearTimeout(busy.late);
    busy?.call.reject(failure);
    const place = this.#free.indexOf(worker);
    if (place >= 0) this.#free.splice(place, 1);
    if (!this.#busy.delete(worker) && place < 0) return;
    if (this.#closing) return;
    this.#start().catch((error: unknown) => {
      if (this.#free.length + this.#busy.size > 0) return;
      for (const { reject } of this.#queue.splice(0)) reject(error);
    });
  }
}

function ended(): AccordingError {
  return new AccordingError('server-busy', 'Expected an answer, got the end of the server');
}
