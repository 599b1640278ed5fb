import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AccordingError, asAccordingError } from '../errors.ts';
import { errorLine } from '../export/index.ts';
import type { CloseRequest, LineRequest } from './line-worker.ts';
import type { LineResult } from './read-line.ts';
import type { ReaderOptions } from './reader.ts';

interface Waiting {
  readonly request: LineRequest;
  readonly resolve: (result: LineResult) => void;
}

type Message =
  { readonly ready: true; readonly slowReason: string | null } | { readonly key: number; readonly result: LineResult };

/** Lines that wait in a worker while it reads another, so that it never waits for the main thread. */
const linesAhead = 2;

/** A window takes milliseconds; a worker that has not ended by then hangs. */
const longestCloseMs = 5000;

/**
 * Worker threads that read lines of the interchange format, each with a network of its own.
 *
 * A worker that dies (out of memory, say) costs the line it was reading; another takes its place.
 */
export class LinePool {
  readonly #options: ReaderOptions;
  #slowReason: string | null = null;
  readonly #workers = new Map<Worker, Map<number, Waiting>>();
  readonly #queue: Waiting[] = [];
  #nextKey = 0;
  #closing = false;

  private constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /**
   * Starts the workers and waits until each has loaded its network.
   *
   * @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing`
   */
  static async open(workers: number, options: ReaderOptions = {}): Promise<LinePool> {
    const pool = new LinePool(options);
    try {
      await Promise.all(Array.from({ length: workers }, () => pool.#start()));
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

  /** Answer to one line; `number` is its place in the input, from 1. */
  read(line: string, number: number): Promise<LineResult> {
    return new Promise((resolve) => {
      this.#queue.push({ request: { key: this.#nextKey++, line, number }, resolve });
      this.#dispatch();
    });
  }

  /** Gives up the lines that are being read and ends the workers. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#workers.keys()].map((worker) => stop(worker)));
  }

  #start(): Promise<void> {
    // Beside this file lies the worker, as .ts in the sources and as .js once built.
    const file = new URL(`./line-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: this.#options });
    return new Promise((resolve, reject) => {
      let failure: unknown = new AccordingError('internal', 'Expected a worker to go on, got its end');
      worker.on('error', (error) => {
        failure = error;
      });
      worker.on('exit', () => {
        this.#replace(worker, failure);
        reject(asAccordingError(revive(failure)));
      });
      worker.on('message', (message: Message) => {
        if ('ready' in message && this.#closing) void stop(worker);
        else if ('ready' in message) {
          this.#slowReason = message.slowReason;
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
      while (waiting.size < linesAhead && this.#queue.length > 0) {
        const next = this.#queue.shift()!;
        waiting.set(next.request.key, next);
        worker.postMessage(next.request);
      }
    }
  }

  /** After a worker's death: its first line failed, the lines behind it go back to the queue, and a new worker starts. */
  #replace(worker: Worker, failure: unknown): void {
    const waiting = [...(this.#workers.get(worker)?.values() ?? [])];
    const known = this.#workers.delete(worker);
    if (this.#closing || !known) return;
    const [lost, ...behind] = waiting;
    this.#queue.unshift(...behind);
    const error = asAccordingError(failure);
    lost?.resolve({ output: errorLine(error, lost.request.number), failed: true, attributions: 0 });
    this.#start().catch((cause: unknown) => {
      if (this.#workers.size > 0) return;
      for (const { request, resolve } of this.#queue.splice(0)) {
        resolve({ output: errorLine(asAccordingError(cause), request.number), failed: true, attributions: 0 });
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
