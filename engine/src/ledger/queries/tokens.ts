import { createHash, randomBytes } from 'node:crypto';
import { AccordingError } from '../../errors.ts';
import type { LedgerDatabase } from '../schema.ts';

export const tokenRoles = ['reader', 'reviewer', 'admin'] as const;

/** A reader reads and exports; a reviewer adds reports too; an admin stops and repeats the imports of others as well. */
export type TokenRole = (typeof tokenRoles)[number];

/** Somebody who may come in over the network; the token itself is nowhere kept. */
export interface TokenHolder {
  readonly name: string;
  readonly role: TokenRole;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
}

/** 256 random bits cannot be guessed, so a plain hash keeps them as safe as a slow one. */
const tokenBytes = 32;

/**
 * Lets somebody in.
 *
 * @returns the token, which cannot be had a second time
 * @throws {AccordingError} `token-name-taken`
 */
export async function addToken(database: LedgerDatabase, name: string, role: TokenRole, now: string): Promise<string> {
  const token = `according_${randomBytes(tokenBytes).toString('base64url')}`;
  const added = await database
    .insertInto('token')
    .values({ name, hash: hashOf(token), role, added_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  if (added !== undefined) return token;
  throw new AccordingError('token-name-taken', `Expected a new name, got “${name}”, which has a token already`, {
    name,
  });
}

/** Whose token this is; null where it is nobody's. */
export async function holderOf(database: LedgerDatabase, token: string): Promise<TokenHolder | null> {
  const row = await database.selectFrom('token').selectAll().where('hash', '=', hashOf(token)).executeTakeFirst();
  return row === undefined ? null : asHolder(row);
}

/** Everybody who may come in, by name. */
export async function tokenHolders(database: LedgerDatabase): Promise<TokenHolder[]> {
  return (await database.selectFrom('token').selectAll().orderBy('name').execute()).map(asHolder);
}

/** Lets somebody in no longer; false where nobody has this name. */
export async function removeToken(database: LedgerDatabase, name: string): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('token').where('name', '=', name).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function asHolder({ name, role, added_at }: { name: string; role: string; added_at: string }): TokenHolder {
  return { name, role: role as TokenRole, addedAt: added_at };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
