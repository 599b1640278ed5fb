import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AccordingError, asAccordingError } from '../errors.ts';
import { errorLine } from '../export/index.ts';
import type { LineRequest } from './line-worker.ts';
import type { LineResult } from './read-line.ts';

interface Waiting {
  readonly request: LineRequest;
  readonly resolve: (result: LineResult) => void;
}

type Message = { readonly ready: true } | { readonly key: number; readonly result: LineResult };

/** Lines that wait in a worker while it reads another, so that it never waits for the main thread. */
const linesAhead = 2;

/**
 * Worker threads that read lines of the interchange format, each with a network of its own.
 *
 * A worker that dies (out of memory, say) costs the line it was reading; another takes its place.
 */
export class LinePool {
  readonly #modelPath: string | undefined;
  readonly #workers = new Map<Worker, Map<number, Waiting>>();
  readonly #queue: Waiting[] = [];
  #nextKey = 0;
  #closing = false;

  private constructor(modelPath: string | undefined) {
    this.#modelPath = modelPath;
  }

  /**
   * Starts the workers and waits until each has loaded its network.
   *
   * @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing`
   */
  static async open(workers: number, options: { readonly modelPath?: string } = {}): Promise<LinePool> {
    const pool = new LinePool(options.modelPath);
    try {
      await Promise.all(Array.from({ length: workers }, () => pool.#start()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** Answer to one line; `number` is its place in the input, from 1. */
  read(line: string, number: number): Promise<LineResult> {
    return new Promise((resolve) => {
      this.#queue.push({ request: { key: this.#nextKey++, line, number }, resolve });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#workers.keys()].map((worker) => worker.terminate()));
  }

  #start(): Promise<void> {
    // Beside this file lies the worker, as .ts in the sources and as .js once built.
    const file = new URL(`./line-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: { modelPath: this.#modelPath } });
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
        if ('ready' in message) {
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

/** Errors lose their class between threads; code and message come through. */
function revive(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error) || error instanceof AccordingError) return error;
  const { code, message } = error as unknown as AccordingError;
  return new AccordingError(code, message);
}
