import type { Store } from '../dialect/store.ts';

/** The text that has this hash, to which every offset of its records refers; null where there is none. */
export async function textOf(store: Store, sha256: string): Promise<string | null> {
  const row = await store.read.selectFrom('text').select('text').where('sha256', '=', sha256).executeTakeFirst();
  return row?.text ?? null;
}
