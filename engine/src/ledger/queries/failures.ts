import { sql } from 'kysely';
import type { LedgerDatabase, LedgerTransaction } from '../schema.ts';
import { storableText } from '../statement-rows.ts';

/** A report that could not be added, and why. */
export interface Failure {
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly lastAt: string;
}

const pageSize = 500;

/** Keeps why something could not be added; the last reason stands for all attempts. */
export async function addFailure(
  database: LedgerDatabase,
  { origin, code, message }: Pick<Failure, 'origin' | 'code' | 'message'>,
  now: string,
): Promise<void> {
  const values = { code, message: storableText(message), last_at: now };
  await database
    .insertInto('failure')
    .values({ origin: storableText(origin), attempts: 1, ...values })
    .onConflict((conflict) =>
      conflict.column('origin').doUpdateSet({ attempts: sql<number>`failure.attempts + 1`, ...values }),
    )
    .execute();
}

export async function clearFailure(transaction: LedgerTransaction, origin: string): Promise<void> {
  await transaction.deleteFrom('failure').where('origin', '=', storableText(origin)).execute();
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
    for (const { last_at: lastAt, ...row } of rows) yield { ...row, lastAt };
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.origin;
  }
}
