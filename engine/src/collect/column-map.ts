import { AccordingError } from '../errors.ts';

/** What a table may say of a report, in the words of the interchange format. */
export const recordFields = ['id', 'text', 'html', 'url', 'title', 'publisher', 'date'] as const;

export type RecordField = (typeof recordFields)[number];

/** Which column holds what, where its name does not tell: `{ text: 'body' }`. */
export type ColumnMap = Readonly<Partial<Record<RecordField, string>>>;

/** Names that tell by themselves, in lower case; of several, the first that the table has. */
const defaultNames: Readonly<Record<RecordField, readonly string[]>> = {
  id: ['id', 'guid', 'identifier'],
  text: ['text', 'body', 'content', 'article', 'full text', 'fulltext', 'full_text', 'story'],
  html: ['html', 'page'],
  url: ['url', 'link', 'address', 'permalink', 'web url'],
  title: ['title', 'headline'],
  publisher: ['publisher', 'outlet', 'source', 'newspaper', 'publication', 'site'],
  date: ['date', 'published', 'publication date', 'publish_date', 'published_at', 'pubdate'],
};

/** Place of each field's column in a row; absent where the table has none. */
export type ColumnPlaces = Readonly<Partial<Record<RecordField, number>>>;

/**
 * Finds the columns of a table by the map, and by usual names what the map does not say. Letter case and white space around
 * names do not matter; of columns with the same name the first is taken.
 *
 * @throws {AccordingError} `column-missing` where the map names a column that is not there, or nothing holds a text
 */
export function findColumns(header: readonly string[], map: ColumnMap): ColumnPlaces {
  const plain = header.map(plainName);
  const places: Partial<Record<RecordField, number>> = {};
  const mapped = new Set(Object.values(map).map(plainName));
  for (const field of recordFields) {
    const given = map[field];
    if (given !== undefined) {
      const exact = header.indexOf(given);
      const place = exact >= 0 ? exact : plain.indexOf(plainName(given));
      if (place < 0) throw missing(`a column “${given}” for ${field}`, header, { field, column: given });
      places[field] = place;
    } else {
      // A column that the map gives to one field tells nothing else by its name.
      const name = defaultNames[field].find((usual) => plain.includes(usual) && !mapped.has(usual));
      if (name !== undefined) places[field] = plain.indexOf(name);
    }
  }
  if (places.text !== undefined || places.html !== undefined) return places;
  throw missing('a column with the text; name it with --column text=NAME', header, { field: 'text' });
}

function plainName(name: string): string {
  return name.trim().toLowerCase();
}

const mostShown = 12;

function missing(expected: string, header: readonly string[], details: Record<string, unknown>): AccordingError {
  const shown = header.slice(0, mostShown).map((name) => `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`);
  const rest = header.length > mostShown ? ` and ${header.length - mostShown} more` : '';
  const got = header.length === 0 ? 'no columns' : `the columns ${shown.join(', ')}${rest}`;
  return new AccordingError('column-missing', `Expected ${expected}, got ${got}`, { ...details, header });
}
