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
