import type { Collected, RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { asAccordingError, type AccordingError } from '../errors.ts';
import {
  addressOf,
  reportKey,
  type AddResult,
  type Ledger,
  type ReadReport,
  type ReportFacts,
} from '../ledger/index.ts';
import type { ReportPool } from './report-pool.ts';
import { Signal } from './signal.ts';

/** What became of one report that was to be added. */
export type Added =
  | {
      readonly kind: AddResult;
      readonly origin: string;
      /** The report's id in the ledger. */
      readonly id: string;
      readonly title: string | null;
      readonly statements: number;
    }
  | { readonly kind: 'failed'; readonly origin: string; readonly code: string; readonly message: string };

export interface AddOptions {
  /** Reports that are held at a time: being read, or waiting to be written. */
  readonly ahead: number;
  /** Nothing is written, not even what failed. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** Reports of one commit, at most: those that were read while the last one was being written. */
const largestBatch = 64;

type Ready =
  | { readonly kind: 'read'; readonly report: ReadReport }
  | { readonly kind: 'known'; readonly facts: ReportFacts; readonly sha256: string }
  | { readonly kind: 'unchanged'; readonly facts: ReportFacts }
  | { readonly kind: 'failed'; readonly origin: string; readonly code: string; readonly message: string };

/**
 * Reads reports and keeps them in a ledger, several at a time. What comes out has been written: killed at any moment, the
 * same command again does the rest, and texts that were read already are not read again.
 *
 * @throws {AccordingError} `ledger-…`, where nothing can be written any more
 */
export async function* addReports(
  collected: AsyncIterable<Collected>,
  pool: ReportPool,
  ledger: Ledger,
  { ahead, dryRun = false, signal }: AddOptions,
): AsyncGenerator<Added> {
  const ready: Ready[] = [];
  const changed = new Signal();
  let [running, ended, abandoned] = [0, false, false];
  const feeding = (async () => {
    try {
      for await (const found of collected) {
        while (running + ready.length >= ahead && !abandoned) await changed.wait();
        if (abandoned || signal?.aborted === true) return;
        running++;
        void prepare(found, pool, ledger)
          .then((item) => ready.push(item))
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
      yield* dryRun ? batch.map(foretell) : await write(batch, ledger);
      changed.notify();
    }
    await feeding;
  } finally {
    abandoned = true;
    changed.notify();
  }
}

/** Brings a report to where it can be written. Never rejects. */
async function prepare(found: Collected, pool: ReportPool, ledger: Ledger): Promise<Ready> {
  if (found.kind === 'failure') return { ...found, kind: 'failed' };
  const { report } = found;
  try {
    const document = await pool.ingest(report);
    const facts = factsOf(report, document);
    const known = await ledger.knows(facts, document.sha256, pool.model);
    if (known === 'report') return { kind: 'unchanged', facts };
    if (known === 'text') return { kind: 'known', facts, sha256: document.sha256 };
    return { kind: 'read', report: { facts, read: await pool.read(document) } };
  } catch (error) {
    return failure(report.origin, asAccordingError(error));
  }
}

/** What is known of a report, with where its date came from. */
export function factsOf({ origin, known, body }: RawReport, document: Document): ReportFacts {
  const { url, title, publisher, date } = document;
  const found = date === null ? 'none' : body.kind === 'text' ? 'given' : 'meta';
  const dateOrigin = known.date !== null && known.date === date ? (known.dateOrigin ?? 'given') : found;
  return { url, id: known.id, origin, publisher, title, date, dateOrigin };
}

function failure(origin: string, { code, message }: AccordingError): Ready & { kind: 'failed' } {
  return { kind: 'failed', origin, code, message };
}

function kept(kind: AddResult, facts: ReportFacts, statements: number): Added {
  return { kind, origin: facts.origin, id: reportKey(addressOf(facts)), title: facts.title, statements };
}

/** Writes what is ready, as few commits as it takes, and says what became of each in the order in which it is known. */
async function write(batch: readonly Ready[], ledger: Ledger): Promise<Added[]> {
  const added: Added[] = [];
  const reports = batch.flatMap((item) => (item.kind === 'read' ? [item.report] : []));
  const outcomes = reports.length > 0 ? await ledger.addMany(reports) : [];
  for (const [index, outcome] of outcomes.entries()) {
    const { facts, read } = reports[index]!;
    if (typeof outcome === 'string') added.push(kept(outcome, facts, read.attributions.length));
    else added.push(failure(facts.origin, outcome));
  }
  for (const item of batch) {
    if (item.kind === 'known') {
      const kind = (await ledger.link(item.facts, item.sha256)) ?? 'unchanged';
      added.push(kept(kind, item.facts, 0));
    } else if (item.kind === 'unchanged') added.push(kept('unchanged', item.facts, 0));
    else if (item.kind === 'failed') added.push(item);
  }
  for (const item of added) if (item.kind === 'failed') await ledger.fail(item.origin, item.code, item.message);
  return added;
}

/** What writing would come to, as far as it can be told beforehand. */
function foretell(item: Ready): Added {
  if (item.kind === 'failed') return item;
  if (item.kind === 'unchanged') return kept('unchanged', item.facts, 0);
  if (item.kind === 'known') return kept('added', item.facts, 0);
  return kept('added', item.report.facts, item.report.read.attributions.length);
}
