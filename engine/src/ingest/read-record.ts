import { z } from 'zod';
import { AccordingError, kindOf } from '../errors.ts';
import type { Document, Metadata } from '../document/index.ts';
import { checkLength, maxTextLength } from './read-report.ts';
import { readText } from './read-text.ts';

const absent = z.string().nullish();

const recordSchema = z
  .object({
    id: z.union([z.string(), z.number()]).nullish(),
    text: absent,
    html: absent,
    url: absent,
    title: absent,
    publisher: absent,
    date: absent,
  })
  .refine((record) => typeof record.text === 'string' || typeof record.html === 'string');

/**
 * Makes a document of one object of the interchange format: text stays unchanged, HTML gives what the object does not say.
 *
 * @throws {AccordingError} `document-invalid`, `document-too-large` or `text-missing`
 */
export async function readRecord(value: unknown): Promise<Document> {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) throw new AccordingError('document-invalid', describe(value, parsed.error.issues[0]!.path[0]));
  const record = parsed.data;
  const id = record.id === null || record.id === undefined ? null : String(record.id);
  const metadata: Metadata = {
    url: record.url || null,
    title: record.title || null,
    publisher: record.publisher || null,
    date: record.date || null,
    authors: [],
  };
  if (typeof record.text === 'string') {
    checkLength(record.text);
    return readText(record.text, { id, metadata });
  }
  checkLength(record.html!, 10 * maxTextLength);
  const { readHtml } = await import('./read-html.ts');
  const document = readHtml(record.html!, { id, url: metadata.url });
  checkLength(document.text);
  return {
    ...document,
    url: metadata.url ?? document.url,
    title: metadata.title ?? document.title,
    publisher: metadata.publisher ?? document.publisher,
    date: metadata.date ?? document.date,
  };
}

/** What is wrong with a record: it is none, it has neither text nor page, or the value of a key is of another kind. */
function describe(value: unknown, key: PropertyKey | undefined): string {
  const record = value as Readonly<Record<PropertyKey, unknown>>;
  if (key !== undefined) return `Expected a string at “${String(key)}”, got ${kindOf(record[key])}`;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return `Expected {"text"} or {"html"}, got ${isObject ? 'an object with neither' : kindOf(value)}`;
}
