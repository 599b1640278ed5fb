import { asAccordingError } from '../errors.ts';
import type { Ledger, StaleText } from '../ledger/index.ts';
import { readRecord } from '../ingest/index.ts';
import type { ReportPool } from './report-pool.ts';
import { inFlight } from './in-flight.ts';

/** What became of one text that was to be read again. */
export type Reread =
  | { readonly kind: 'reread' | 'unchanged'; readonly sha256: string; readonly statements: number }
  | { readonly kind: 'failed'; readonly sha256: string; readonly code: string; readonly message: string };

/** Reads all texts of a ledger that the network of a pool has not read yet, several at a time; older readings stay. */
export async function* rereadLedger(
  ledger: Ledger,
  pool: ReportPool,
  { ahead, signal }: { readonly ahead: number; readonly signal?: AbortSignal },
): AsyncGenerator<Reread> {
  yield* inFlight(ledger.unreadBy(pool.model), ahead, (text) => rereadText(text, ledger, pool), signal);
}

async function rereadText({ sha256, ...record }: StaleText, ledger: Ledger, pool: ReportPool): Promise<Reread> {
  try {
    const document = await readRecord(record);
    const read = await pool.read(document);
    const result = await ledger.reread(read);
    return { kind: result === 'reread' ? 'reread' : 'unchanged', sha256, statements: read.attributions.length };
  } catch (error) {
    const { code, message } = asAccordingError(error);
    return { kind: 'failed', sha256, code, message };
  }
}
