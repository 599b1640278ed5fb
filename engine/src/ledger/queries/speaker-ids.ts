import { sql } from 'kysely';
import type { Store, WordMatch } from '../dialect/store.ts';

/** Numbers of the speakers in whose names all these phrases occur. There are few speakers: each is looked at. */
export async function speakerIds(store: Store, phrases: WordMatch['speaker']): Promise<number[]> {
  let select = store.read.selectFrom('speaker').select('id').distinct();
  // Folded words hold nothing but letters and digits: none means anything to “like”.
  for (const phrase of phrases)
    select = select.where(sql<boolean>`' ' || words || ' ' like ${`% ${phrase.join(' ')} %`}`);
  return (await select.execute()).map(({ id }) => id);
}

/** More numbers than that are looked for among all names, not one by one. */
const mostAsked = 1000;

/** The names that speakers' numbers stand for. */
export async function namesOf(store: Store, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const asked = ids.length > mostAsked ? sql<boolean>`1 = 1` : store.isAmong('id', ids);
  const rows = await store.read.selectFrom('speaker').select(['id', 'name']).distinct().where(asked).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
