import { sql, type RawBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';

const defaultLimit = 50;
const mostItems = 500;

export interface ListOptions {
  /** 1 to 500; 50 if not said. */
  readonly limit?: number | undefined;
  /** `next` of the page before, of the same query and order. */
  readonly cursor?: string | null | undefined;
}

/** Where a page ends: the last item's value in the order, and its numbers or names, which no other item has. */
export interface ListCursor {
  readonly key: number | string;
  readonly place: readonly (number | string)[];
}

/** @throws {AccordingError} `query-invalid` */
export function limitOf({ limit = defaultLimit }: ListOptions): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostItems) return limit;
  throw new AccordingError('query-invalid', `Expected a limit of 1 to ${mostItems}, got ${limit}`, { limit });
}

export function writeCursor(order: string, { key, place }: ListCursor): string {
  return Buffer.from(JSON.stringify([order, key, ...place])).toString('base64url');
}

/**
 * Reads a cursor that a page of the same order gave; null where there is none.
 *
 * @param like - a cursor of the same types
 * @throws {AccordingError} `query-invalid`
 */
export function parseCursor(order: string, { cursor }: ListOptions, like: ListCursor): ListCursor | null {
  if (cursor == null) return null;
  const parts = partsOf(cursor);
  const expected = [order, like.key, ...like.place];
  const fits = (part: unknown, index: number): boolean =>
    typeof part === typeof expected[index] &&
    (typeof part === 'string' ? !part.includes('\0') : Number.isSafeInteger(part));
  if (parts?.length !== expected.length || parts[0] !== order || !parts.every(fits))
    throw new AccordingError('query-invalid', `Expected a cursor that a page of this order gave, got “${cursor.slice(0, 80)}”`); // prettier-ignore
  const [, key, ...place] = parts as [string, ...(number | string)[]];
  return { key: key!, place };
}

function partsOf(cursor: string): unknown[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor.slice(0, 10_000), 'base64url').toString());
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

/** Whether a row comes after a cursor, in the order of its key, then of its place, which always ascends. */
export function isBeyond(
  { key, place }: ListCursor,
  columns: { readonly key: RawBuilder<unknown>; readonly place: readonly RawBuilder<unknown>[] },
  descends: boolean,
): RawBuilder<boolean> {
  const steps = [
    { column: columns.key, value: key, past: descends ? sql`<` : sql`>` },
    ...columns.place.map((column, index) => ({ column, value: place[index]!, past: sql`>` })),
  ];
  return steps.reduceRight<RawBuilder<boolean>>(
    (rest, { column, value, past }) => sql`(${column} ${past} ${value} or (${column} = ${value} and ${rest}))`,
    sql`1 = 0`,
  );
}
