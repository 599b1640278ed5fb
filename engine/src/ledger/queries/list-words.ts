import { sql, type RawBuilder } from 'kysely';
import { AccordingError } from '../../errors.ts';
import { foldWords, parsePhrases } from '../words.ts';

/** Beyond that no title or name is looked through. */
const mostWords = 100;

/** The words of a title or a name as lists are searched: ` the dam broke `. */
export function listWords(words: string | null): string {
  const folded = words === null ? '' : foldWords(words, mostWords);
  return folded === '' ? '' : ` ${folded} `;
}

/**
 * Whether a column of such words has all that is looked for. Each is met by a word that begins so, since lists are looked
 * through while somebody types.
 *
 * @throws {AccordingError} `query-invalid`
 */
export function listHas(column: string, words: string): RawBuilder<boolean> {
  const phrases = parsePhrases(words.slice(0, 10_000));
  if (words.length > 10_000 || phrases.flat().length > mostWords)
    throw new AccordingError('query-invalid', `Expected ${mostWords} words to look for at most, got more`);
  if (phrases.length === 0) return words.trim() === '' ? sql`1 = 1` : sql`1 = 0`;
  // Words are letters and digits alone: none has a meaning to “like”.
  const conditions = phrases.map((phrase) => sql`${sql.ref(column)} like ${`% ${phrase.join(' ')}%`}`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}
