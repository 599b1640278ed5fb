import type { PageFacts } from '../collect/index.ts';
import {
  addressOf,
  reportKey,
  type AddOutcome,
  type AddResult,
  type Ledger,
  type ReadReport,
  type ReportFacts,
} from '../ledger/index.ts';
import type { Added } from './added.ts';

/** A report that was brought to where it can be written, or why it was not. */
export type Outcome =
  | { readonly kind: 'read'; readonly report: ReadReport }
  | { readonly kind: 'known'; readonly facts: ReportFacts; readonly sha256: string }
  | { readonly kind: 'unchanged'; readonly facts: ReportFacts }
  | (Added & { readonly kind: 'failed' } & { readonly page: PageFacts | null });

/** What can be written, and whom to tell once it is. */
export type Ready = Outcome & { readonly settle: ((kept: boolean) => Promise<void>) | null };

/** Writes what is ready, as few commits as it takes, and says what became of each in the order in which it is known. */
export async function writeBatch(batch: readonly Ready[], ledger: Ledger): Promise<Added[]> {
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
      return keptAs(outcome ?? 'unchanged', facts, read.attributions.length);
    }
    case 'known': {
      const kind = (await ledger.link(item.facts, item.sha256)) ?? 'unchanged';
      return keptAs(kind, item.facts, 0);
    }
    case 'unchanged':
      return keptAs(item.kind, item.facts, 0);
    case 'failed':
      return asAdded(item);
  }
}

function keptAs(kind: AddResult, facts: ReportFacts, statements: number): Added {
  return { kind, origin: facts.origin, id: reportKey(addressOf(facts)), title: facts.title, statements };
}

function asAdded({ kind, origin, place, code, message }: Outcome & { readonly kind: 'failed' }): Added {
  return { kind, origin, place, code, message };
}

/** What writing would come to, as far as it can be told beforehand: each report by itself. */
export async function foretellBatch(batch: readonly Ready[], ledger: Ledger | null): Promise<Added[]> {
  const added: Added[] = [];
  for (const item of batch) {
    if (item.kind === 'failed') added.push(asAdded(item));
    else if (item.kind === 'unchanged') added.push(keptAs(item.kind, item.facts, 0));
    else {
      const { facts } = item.kind === 'read' ? item.report : item;
      const sha256 = item.kind === 'read' ? item.report.read.document.sha256 : item.sha256;
      const kind = (await ledger?.foretell(facts, sha256)) ?? 'added';
      const statements = item.kind === 'read' ? item.report.read.attributions.length : 0;
      // A text that this network has read comes back as known only to take a failure back.
      added.push(keptAs(item.kind === 'known' && kind === 'reread' ? 'unchanged' : kind, facts, statements));
    }
  }
  return added;
}

/** What could not be had, or not be written. */
export function failure(
  { origin, place = origin }: { readonly origin: string; readonly place?: string | undefined },
  { code, message }: { readonly code: string; readonly message: string },
  page: PageFacts | null = null,
): Outcome & { kind: 'failed' } {
  return { kind: 'failed', origin, place, code, message, page };
}
