import type { Collected } from '../collect/index.ts';
import { asAccordingError } from '../errors.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Added } from './added.ts';
import { factsOf, pageFacts } from './report-facts.ts';
import type { ReportPool } from './report-pool.ts';
import { Signal } from './signal.ts';
import { failure, foretellBatch, writeBatch, type Outcome, type Ready } from './write-batch.ts';

export interface AddOptions<Found extends Collected = Collected> {
  /** Reports that are held at a time: being read, or waiting to be written. */
  readonly ahead: number;
  /** Nothing is written, not even what failed. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  /** Is told what has been written, a commit's worth at a time, before what became of it comes out. */
  readonly kept?: (found: readonly Found[]) => Promise<void>;
}

/** Reports of one commit, at most: those that were read while the last one was being written. */
const largestBatch = 64;

/**
 * Reads reports and keeps them in a ledger, several at a time. What comes out has been written: killed at any moment, the
 * same command again does the rest, and texts that were read already are not read again. What a server gave to ask by next
 * time is kept after the report that came with it.
 *
 * @param ledger - null where there is none yet, and `dryRun` asks what one would hold
 * @throws {AccordingError} `ledger-…`, where nothing can be written any more
 */
export async function* addReports<Found extends Collected>(
  collected: AsyncIterable<Found>,
  pool: ReportPool,
  ledger: Ledger | null,
  { ahead, dryRun = false, signal, kept }: AddOptions<Found>,
): AsyncGenerator<Added> {
  const ready: { readonly found: Found; readonly item: Ready }[] = [];
  const changed = new Signal();
  let [running, ended, abandoned] = [0, false, false];
  const feeding = (async () => {
    try {
      for await (const found of collected) {
        while (running + ready.length >= ahead && !abandoned) await changed.wait();
        if (abandoned || signal?.aborted === true) return;
        running++;
        void prepare(found, pool, ledger)
          .then((outcome) => {
            const settle = (found.kind === 'report' && found.settle) || null;
            ready.push({ found, item: { ...outcome, settle } });
          })
          .finally(() => {
            running--;
            changed.notify();
          });
      }
    } finally {
      ended = true;
      changed.notify();
    }
  })();
  feeding.catch(() => {}); // awaited at the end; without this, an early failure would count as unhandled
  try {
    while (!ended || running > 0 || ready.length > 0) {
      if (ready.length === 0) {
        await changed.wait();
        continue;
      }
      const batch = ready.splice(0, largestBatch);
      const items = batch.map(({ item }) => item);
      if (dryRun || ledger === null) yield* await foretellBatch(items, ledger);
      else {
        const added = await writeBatch(items, ledger);
        await kept?.(batch.map(({ found }) => found));
        yield* added;
      }
      changed.notify();
    }
    await feeding;
  } finally {
    abandoned = true;
    changed.notify();
  }
}

/** Brings a report to where it can be written. Never rejects. */
async function prepare(found: Collected, pool: ReportPool, ledger: Ledger | null): Promise<Outcome> {
  if (found.kind === 'failure') return failure(found, found, found.known ?? null);
  const { report } = found;
  try {
    const document = await pool.ingest(report);
    const facts = factsOf(report, document);
    const known = (await ledger?.knows(facts, document.sha256, pool.model)) ?? 'nothing';
    if (known === 'report') return { kind: 'unchanged', facts };
    if (known === 'text') return { kind: 'known', facts, sha256: document.sha256 };
    return { kind: 'read', report: { facts, read: await pool.read(document) } };
  } catch (error) {
    return failure(report, asAccordingError(error), pageFacts(report));
  }
}
