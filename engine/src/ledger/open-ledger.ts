import { AccordingError } from '../errors.ts';
import type { Store } from './dialect/store.ts';
import { Ledger, type LedgerSettings } from './ledger.ts';
import { checkSchema, migrate } from './migrate.ts';

export interface OpenOptions extends Partial<LedgerSettings> {
  /** Whether a ledger that is not there is made; true if not said. */
  readonly create?: boolean | undefined;
  /** Whether a ledger of an older schema is brought up to date, and an empty database made one; true if not said. */
  readonly migrate?: boolean | undefined;
}

/** A database that restarts is back within seconds, a server within half a minute. */
const defaultPatienceMs = 60_000;

/**
 * Opens a ledger, and brings one of an older schema up to date.
 *
 * @param address - a file, or `postgres://user:password@host/database`
 * @throws {AccordingError} `ledger-missing`, `ledger-invalid`, `ledger-newer`, `ledger-unwritable`, `ledger-unreachable` or
 *   `ledger-busy`
 */
export async function openLedger(address: string, options: OpenOptions = {}): Promise<Ledger> {
  const {
    now = () => new Date(),
    patienceMs = defaultPatienceMs,
    signal,
    create = true,
    migrate: mayMigrate = true,
  } = options;
  signal?.throwIfAborted();
  const store = await openStore(address, create);
  try {
    if (mayMigrate) await migrate(store);
    else await checkSchema(store);
  } catch (error) {
    await store.close();
    throw store.translate(error);
  }
  return new Ledger(store, { now, patienceMs, signal });
}

/** Whether an address is that of a server, and not a file. */
export function isServerAddress(address: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(address);
}

/** The drivers take longer to load than a file takes to open: only the one that is needed is. */
async function openStore(address: string, create: boolean): Promise<Store> {
  if (isServerAddress(address)) {
    const { openPostgres } = await import('./dialect/postgres.ts');
    return openPostgres(address);
  }
  // A file with such a name could be made, but nobody means one.
  if (/^[a-z][a-z+]+:\/\//iu.test(address))
    throw new AccordingError('ledger-invalid', `Expected a file or postgres://…, got ${address.split('://')[0]}://…`);
  const { openSqlite } = await import('./dialect/sqlite.ts');
  return openSqlite(address, { create });
}
