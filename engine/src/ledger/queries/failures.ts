import { sql } from 'kysely';
import type { LedgerDatabase } from '../schema.ts';
import { storableText } from '../statement-rows.ts';

/** What a feed or list says of a page, for when it is tried again by itself. */
export interface PageFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly date: string | null;
}

/** A report that could not be added, and why. */
export interface Failure {
  /** Where it can be had again: an address, or a path with the place in the file. */
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly lastAt: string;
  /** Of a page that a feed or list led to; null for anything else. */
  readonly known: PageFacts | null;
}

const pageSize = 500;

/** Keeps why something could not be added; the last reason stands for all attempts. */
export async function addFailure(
  database: LedgerDatabase,
  { origin, code, message, known }: Pick<Failure, 'origin' | 'code' | 'message' | 'known'>,
  now: string,
): Promise<void> {
  const about = known === null ? null : storableText(JSON.stringify(known));
  const values = { code, message: storableText(message), last_at: now, known: about };
  await database
    .insertInto('failure')
    .values({ origin: storableText(origin), attempts: 1, ...values })
    .onConflict((conflict) =>
      conflict.column('origin').doUpdateSet({ attempts: sql<number>`failure.attempts + 1`, ...values }),
    )
    .execute();
}

export async function clearFailure(database: LedgerDatabase, origin: string): Promise<void> {
  await database.deleteFrom('failure').where('origin', '=', storableText(origin)).execute();
}

/** Takes back all notes that a report could not be added; older ledgers have them under its origin. */
export async function clearFailuresOf(
  database: LedgerDatabase,
  { origin, place }: { readonly origin: string; readonly place?: string | undefined },
): Promise<void> {
  await clearFailure(database, origin);
  if (place !== undefined && place !== origin) await clearFailure(database, place);
}

export async function hasFailed(database: LedgerDatabase, origins: readonly string[]): Promise<boolean> {
  const row = await database
    .selectFrom('failure')
    .select('origin')
    .where('origin', 'in', origins.map(storableText))
    .executeTakeFirst();
  return row !== undefined;
}

/** Failures in order of their origins: all of them, or those after an origin. */
export async function* readFailures(database: LedgerDatabase, from: string | null = null): AsyncGenerator<Failure> {
  for (let after = from; ;) {
    const rows = await database
      .selectFrom('failure')
      .selectAll()
      .$if(after !== null, (query) => query.where('origin', '>', after!))
      .orderBy('origin')
      .limit(pageSize)
      .execute();
    for (const { last_at: lastAt, known, ...row } of rows)
      yield { ...row, lastAt, known: known == null ? null : (JSON.parse(known) as PageFacts) };
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.origin;
  }
}
