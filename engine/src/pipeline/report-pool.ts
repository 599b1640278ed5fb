import { extname } from 'node:path';
import type { ReadDocument } from '../attribution/index.ts';
import type { RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { AccordingError } from '../errors.ts';
import type { ReaderOptions } from './reader.ts';
import type { ReportRequest, ReportResult } from './report-worker.ts';
import type { ModelName } from './serve-requests.ts';
import { WorkerPool } from './worker-pool.ts';

/** Worker threads that make documents of reports, and read them, each with a network of its own. */
export class ReportPool {
  readonly #pool: WorkerPool<ReportRequest, ReportResult>;

  private constructor(pool: WorkerPool<ReportRequest, ReportResult>) {
    this.#pool = pool;
  }

  /** @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing` */
  static async open(workers: number, options: ReaderOptions = {}): Promise<ReportPool> {
    const file = new URL(`./report-worker${extname(import.meta.url)}`, import.meta.url);
    return new ReportPool(
      await WorkerPool.open<ReportRequest, ReportResult>({
        workers,
        file,
        reader: options,
        lost: ({ code, message }) => ({ kind: 'failure', code, message }),
      }),
    );
  }

  get slowReason(): string | null {
    return this.#pool.slowReason;
  }

  /** The network that reads. */
  get model(): ModelName {
    return this.#pool.model;
  }

  /** @throws {AccordingError} what `ingestRaw` throws */
  async ingest(report: RawReport): Promise<Document> {
    const result = await this.#pool.ask({ kind: 'ingest', report });
    if (result.kind === 'document') return result.document;
    throw failed(result);
  }

  async read(document: Document): Promise<ReadDocument> {
    const result = await this.#pool.ask({ kind: 'read', document });
    if (result.kind === 'read') return result.read;
    throw failed(result);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function failed(result: ReportResult): AccordingError {
  if (result.kind === 'failure') return new AccordingError(result.code, result.message);
  return new AccordingError('internal', `Expected another answer of a worker, got “${result.kind}”`);
}
