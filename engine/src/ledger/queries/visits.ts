import type { LedgerDatabase } from '../schema.ts';
import { storableText } from '../statement-rows.ts';

/** What a server gave to ask by whether an address has changed since; both `null` where it gave nothing. */
export interface Visit {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** PostgreSQL indexes no more than 2,704 bytes; a longer address is fetched in full each time. */
const longestUrl = 2000;

/** The last visit to an address of which everything was kept; null where there was none. */
export async function visitOf(database: LedgerDatabase, url: string): Promise<Visit | null> {
  const row = await database
    .selectFrom('visit')
    .select(['etag', 'last_modified'])
    .where('url', '=', storableText(url))
    .executeTakeFirst();
  return row === undefined ? null : { etag: row.etag, lastModified: row.last_modified };
}

export async function keepVisit(database: LedgerDatabase, url: string, visit: Visit, now: string): Promise<void> {
  if (url.length > longestUrl) return;
  const values = { etag: storable(visit.etag), last_modified: storable(visit.lastModified), kept_at: now };
  await database
    .insertInto('visit')
    .values({ url: storableText(url), ...values })
    .onConflict((conflict) => conflict.column('url').doUpdateSet(values))
    .execute();
}

function storable(words: string | null): string | null {
  return words === null ? null : storableText(words);
}
