import type { Ledger } from '../ledger/index.ts';
import {
  addReports,
  collectInputs,
  countInputs,
  ReportPool,
  type Added,
  type CollectOptions,
} from '../pipeline/index.ts';
import type { AddState } from './add-progress.ts';
import { noteSlowness } from './note-slowness.ts';

export interface AddInputsOptions {
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Hears how far it is, after each report. */
  readonly show: (state: AddState) => void;
  readonly columns?: CollectOptions['columns'] & object;
  readonly sheet?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly allowPrivate?: boolean | undefined;
}

/** What became of the reports of some inputs. */
export interface AddedInputs {
  readonly counts: Readonly<Record<Added['kind'], number>>;
  readonly statements: number;
  /** The first of them. */
  readonly failures: readonly (Added & { kind: 'failed' })[];
}

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
const aheadPerWorker = 16;
/** Failures that the summary names; the rest it counts, and `--retry` has them all. */
const mostNamed = 20;
/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

/** Reads all that the inputs hold into a ledger, by threads that are started for it. */
export async function addInputs(
  ledger: Ledger,
  inputs: readonly string[],
  { workers, signal, show, columns = {}, sheet, dryRun = false, allowPrivate = false }: AddInputsOptions,
): Promise<AddedInputs> {
  const counts: Record<Added['kind'], number> = { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 };
  const failures: (Added & { kind: 'failed' })[] = [];
  let statements = 0;
  const pool = await ReportPool.open(workers);
  noteSlowness(pool);
  try {
    const all = await countInputs(inputs, signal);
    let bytes = 0;
    const collected = (async function* () {
      const web = { fetch: { allowPrivate } };
      for await (const found of collectInputs(inputs, {
        columns,
        ...(sheet !== undefined && { sheet }),
        web,
        signal,
      })) {
        bytes = found.progress.bytes;
        yield found;
      }
    })();
    const ahead = workers * aheadPerWorker;
    for await (const report of addReports(untilAborted(collected, signal), pool, ledger, { ahead, dryRun, signal })) {
      counts[report.kind]++;
      if (report.kind !== 'failed') statements += report.statements;
      else if (failures.push(report) > mostNamed) failures.pop();
      const reports = Object.values(counts).reduce((sum, count) => sum + count, 0);
      show({ reports, failed: counts.failed, statements, bytes, allBytes: all.bytes });
    }
  } finally {
    await pool.close();
  }
  if (counts.added + counts['new-version'] + counts.reread >= manyReports) await ledger.optimise();
  return { counts, statements, failures };
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
