import type { Collected, PageFacts, RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { asAccordingError } from '../errors.ts';
import { isoDate } from '../ingest/index.ts';
import type { AddOutcome, AddResult, Ledger, ReadReport, ReportFacts } from '../ledger/index.ts';
import type { ReportPool } from './report-pool.ts';
import { Signal } from './signal.ts';

/** What became of one report that was to be added. */
export type Added =
  | { readonly kind: AddResult; readonly origin: string; readonly statements: number }
  | {
      readonly kind: 'failed';
      readonly origin: string;
      /** What the ledger has the failure under. */
      readonly place: string;
      readonly code: string;
      readonly message: string;
    };

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

type Outcome =
  | { readonly kind: 'read'; readonly report: ReadReport }
  | { readonly kind: 'known'; readonly facts: ReportFacts; readonly sha256: string }
  | { readonly kind: 'unchanged'; readonly origin: string }
  | (Added & { readonly kind: 'failed' } & { readonly page: PageFacts | null });

/** What can be written, and whom to tell once it is. */
type Ready = Outcome & { readonly settle: ((kept: boolean) => Promise<void>) | null };

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
      if (dryRun || ledger === null) yield* await foretell(items, ledger);
      else {
        const added = await write(items, ledger);
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
    if (known === 'report') return { kind: 'unchanged', origin: report.origin };
    if (known === 'text') return { kind: 'known', facts, sha256: document.sha256 };
    return { kind: 'read', report: { facts, read: await pool.read(document) } };
  } catch (error) {
    return failure(report, asAccordingError(error), pageFacts(report));
  }
}

/** What is known of a report, with where its date came from. */
export function factsOf({ origin, place, known }: RawReport, document: Document): ReportFacts {
  const { url, title, publisher } = document;
  const date = document.date ?? datelineDate(document);
  const found = date === null ? 'none' : document.date === null ? 'text' : (document.dateOrigin ?? 'given');
  const dateOrigin = known.date !== null && known.date === date ? (known.dateOrigin ?? 'given') : found;
  return { url, id: known.id, origin, place, publisher, title, date, dateOrigin };
}

function failure(
  { origin, place = origin }: { readonly origin: string; readonly place?: string | undefined },
  { code, message }: { readonly code: string; readonly message: string },
  page: PageFacts | null = null,
): Outcome & { kind: 'failed' } {
  return { kind: 'failed', origin, place, code, message, page };
}

/** What is to be known of a page when it is tried again by itself; null of what is no page. */
function pageFacts({ place, known }: RawReport): PageFacts | null {
  if (place === undefined || !/^https?:\/\//iu.test(place)) return null;
  const { title, publisher, date, dateOrigin } = known;
  return { title, publisher, date: dateOrigin === 'feed' ? date : null };
}

/** The day that a dateline names with its year; one without a year could be any. */
function datelineDate({ text, dateline }: Document): string | null {
  const span = dateline?.date ?? null;
  return span === null ? null : isoDate(text.slice(span.start, span.end));
}

/** Writes what is ready, as few commits as it takes, and says what became of each in the order in which it is known. */
async function write(batch: readonly Ready[], ledger: Ledger): Promise<Added[]> {
  const added: Added[] = [];
  const read = batch.filter((item) => item.kind === 'read');
  const outcomes = read.length > 0 ? await ledger.addMany(read.map(({ report }) => report)) : [];
  const became = new Map<Ready, AddOutcome>(read.map((item, index) => [item, outcomes[index]!]));
  for (const item of [...read, ...batch.filter(({ kind }) => kind !== 'read')]) {
    const result = await writeOne(item, became.get(item) ?? null, ledger);
    if (result.kind === 'failed') {
      const page = item.kind === 'failed' ? item.page : null;
      await ledger.fail(result.place, result.code, result.message, page);
    }
    await item.settle?.(result.kind !== 'failed');
    added.push(result);
  }
  return added;
}

/** @param outcome - of what was read and written together with others */
async function writeOne(item: Ready, outcome: AddOutcome | null, ledger: Ledger): Promise<Added> {
  switch (item.kind) {
    case 'read': {
      const { facts, read } = item.report;
      if (outcome instanceof Error) return asAdded(failure(facts, outcome));
      return { kind: outcome ?? 'unchanged', origin: facts.origin, statements: read.attributions.length };
    }
    case 'known': {
      const kind = (await ledger.link(item.facts, item.sha256)) ?? 'unchanged';
      return { kind, origin: item.facts.origin, statements: 0 };
    }
    case 'unchanged':
      return { kind: item.kind, origin: item.origin, statements: 0 };
    case 'failed':
      return asAdded(item);
  }
}

function asAdded({ kind, origin, place, code, message }: Outcome & { readonly kind: 'failed' }): Added {
  return { kind, origin, place, code, message };
}

/** What writing would come to, as far as it can be told beforehand: each report by itself. */
async function foretell(batch: readonly Ready[], ledger: Ledger | null): Promise<Added[]> {
  const added: Added[] = [];
  for (const item of batch) {
    if (item.kind === 'failed') added.push(asAdded(item));
    else if (item.kind === 'unchanged') added.push({ kind: item.kind, origin: item.origin, statements: 0 });
    else {
      const { facts } = item.kind === 'read' ? item.report : item;
      const sha256 = item.kind === 'read' ? item.report.read.document.sha256 : item.sha256;
      const kind = (await ledger?.foretell(facts, sha256)) ?? 'added';
      const statements = item.kind === 'read' ? item.report.read.attributions.length : 0;
      // A text that this network has read comes back as known only to take a failure back.
      added.push({
        kind: item.kind === 'known' && kind === 'reread' ? 'unchanged' : kind,
        origin: facts.origin,
        statements,
      });
    }
  }
  return added;
}
