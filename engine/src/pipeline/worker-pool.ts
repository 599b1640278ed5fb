import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AccordingError, asAccordingError } from '../errors.ts';
import type { ReaderOptions } from './reader.ts';
import type { Asked, CloseRequest, ModelName } from './serve-requests.ts';

interface Waiting<Request, Result> {
  readonly asked: Asked<Request>;
  readonly resolve: (result: Result) => void;
}

type Message<Result> =
  | { readonly ready: true; readonly slowReason: string | null; readonly model: ModelName }
  | { readonly key: number; readonly result: Result };

/** Requests that wait in a worker while it answers another, so that it never waits for the main thread. */
const requestsAhead = 2;

/** A window takes milliseconds; a worker that has not ended by then hangs. */
const longestCloseMs = 5000;

/** How a pool's workers are made, and what becomes of a request whose worker died. */
export interface PoolOptions<Request, Result> {
  readonly workers: number;
  /** The worker's file; it calls `serveRequests`. */
  readonly file: URL;
  readonly reader: ReaderOptions;
  readonly lost: (error: AccordingError, request: Request) => Result;
}

/**
 * Worker threads that answer requests, each with a network of its own.
 *
 * A worker that dies (out of memory, say) costs the request it was answering; another takes its place.
 */
export class WorkerPool<Request, Result> {
  readonly #options: PoolOptions<Request, Result>;
  #slowReason: string | null = null;
  #model: ModelName | null = null;
  readonly #workers = new Map<Worker, Map<number, Waiting<Request, Result>>>();
  readonly #queue: Waiting<Request, Result>[] = [];
  #nextKey = 0;
  #closing = false;

  private constructor(options: PoolOptions<Request, Result>) {
    this.#options = options;
  }

  /**
   * Starts the workers and waits until each has loaded its network.
   *
   * @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing`
   */
  static async open<Request, Result>(options: PoolOptions<Request, Result>): Promise<WorkerPool<Request, Result>> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(Array.from({ length: options.workers }, () => pool.#start()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** Why reading is slow here, or `null`: without the native runtime it takes several times as long. */
  get slowReason(): string | null {
    return this.#slowReason;
  }

  /** The network that reads. */
  get model(): ModelName {
    return this.#model!;
  }

  ask(request: Request): Promise<Result> {
    return new Promise((resolve) => {
      this.#queue.push({ asked: { key: this.#nextKey++, request }, resolve });
      this.#dispatch();
    });
  }

  /** Gives up what is being answered and ends the workers. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#workers.keys()].map((worker) => stop(worker)));
  }

  #start(): Promise<void> {
    const worker = new Worker(this.#options.file, { workerData: this.#options.reader });
    return new Promise((resolve, reject) => {
      let failure: unknown = new AccordingError('internal', 'Expected a worker to go on, got its end');
      worker.on('error', (error) => {
        failure = error;
      });
      worker.on('exit', () => {
        this.#replace(worker, failure);
        reject(asAccordingError(revive(failure)));
      });
      worker.on('message', (message: Message<Result>) => {
        if ('ready' in message && this.#closing) void stop(worker);
        else if ('ready' in message) {
          this.#slowReason = message.slowReason;
          this.#model = message.model;
          this.#workers.set(worker, new Map());
          resolve();
        } else {
          this.#workers.get(worker)!.get(message.key)!.resolve(message.result);
          this.#workers.get(worker)!.delete(message.key);
        }
        this.#dispatch();
      });
    });
  }

  #dispatch(): void {
    for (const [worker, waiting] of this.#workers) {
      while (waiting.size < requestsAhead && this.#queue.length > 0) {
        const next = this.#queue.shift()!;
        waiting.set(next.asked.key, next);
        worker.postMessage(next.asked);
      }
    }
  }

  /** After a worker's death: its first request is lost, those behind it go back to the queue, and a new worker starts. */
  #replace(worker: Worker, failure: unknown): void {
    const waiting = [...(this.#workers.get(worker)?.values() ?? [])];
    const known = this.#workers.delete(worker);
    if (this.#closing || !known) return;
    const [lost, ...behind] = waiting;
    this.#queue.unshift(...behind);
    lost?.resolve(this.#options.lost(asAccordingError(failure), lost.asked.request));
    this.#start().catch((cause: unknown) => {
      if (this.#workers.size > 0) return;
      for (const { asked, resolve } of this.#queue.splice(0)) {
        resolve(this.#options.lost(asAccordingError(cause), asked.request));
      }
    });
  }
}

/** Ends a worker between two runs of its network: the native runtime aborts the whole process when it loses its thread. */
async function stop(worker: Worker): Promise<void> {
  const closing: CloseRequest = { close: true };
  const ended = once(worker, 'exit');
  worker.postMessage(closing);
  const late = setTimeout(() => void worker.terminate(), longestCloseMs);
  await ended;
  clearTimeout(late);
}

/** Errors lose their class between threads; code and message come through. */
function revive(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error) || error instanceof AccordingError)
    return error;
  const { code, message } = error as unknown as AccordingError;
  return new AccordingError(code, message);
}
