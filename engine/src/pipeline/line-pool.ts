import { extname } from 'node:path';
import { errorLine } from '../export/index.ts';
import type { LineRequest } from './line-worker.ts';
import type { LineResult } from './read-line.ts';
import type { ReaderOptions } from './reader.ts';
import { WorkerPool } from './worker-pool.ts';

/** Worker threads that read lines of the interchange format, each with a network of its own. */
export class LinePool {
  readonly #pool: WorkerPool<LineRequest, LineResult>;

  private constructor(pool: WorkerPool<LineRequest, LineResult>) {
    this.#pool = pool;
  }

  /**
   * Starts the workers and waits until each has loaded its network.
   *
   * @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing`
   */
  static async open(workers: number, options: ReaderOptions = {}): Promise<LinePool> {
    // Beside this file lies the worker, as .ts in the sources and as .js once built.
    const file = new URL(`./line-worker${extname(import.meta.url)}`, import.meta.url);
    return new LinePool(
      await WorkerPool.open<LineRequest, LineResult>({
        workers,
        file,
        reader: options,
        lost: (error, { number }) => ({ output: errorLine(error, number), failed: true, attributions: 0 }),
      }),
    );
  }

  /** Why reading is slow here, or `null`: without the native runtime it takes several times as long. */
  get slowReason(): string | null {
    return this.#pool.slowReason;
  }

  /** Answer to one line; `number` is its place in the input, from 1. */
  read(line: string, number: number): Promise<LineResult> {
    return this.#pool.ask({ line, number });
  }

  /** Gives up the lines that are being read and ends the workers. */
  async close(): Promise<void> {
    await this.#pool.close();
  }
}
