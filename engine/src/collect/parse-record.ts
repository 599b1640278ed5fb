import { z } from 'zod';
import { AccordingError, kindOf } from '../errors.ts';
import { isoDate } from '../ingest/index.ts';
import type { RawReport } from './raw-report.ts';

const absent = z.string().nullish();

const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: absent,
  html: absent,
  url: absent,
  title: absent,
  publisher: absent,
  date: absent,
});

/**
 * The report that an object of the interchange format holds. Its text stays unchanged to the last character; of text and
 * HTML the text is taken. A date that no rule can tell the day of is no date.
 *
 * @throws {AccordingError} `document-invalid`, or `text-missing` where neither text nor HTML has a letter to read
 */
export function parseRecord(value: unknown): Omit<RawReport, 'origin'> {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) throw invalid(value, parsed.error.issues[0]!.path[0]);
  const { id, text, html, url, title, publisher, date } = parsed.data;
  if (typeof text !== 'string' && typeof html !== 'string') {
    throw new AccordingError('document-invalid', 'Expected an object with “text” or “html”, got one with neither');
  }
  const body = text?.trim() ? ({ kind: 'text', text } as const) : ({ kind: 'html', html: html ?? '' } as const);
  if (body.kind === 'html' && body.html.trim() === '') {
    throw new AccordingError('text-missing', 'Expected a text, got white space alone');
  }
  const day = date ? isoDate(date) : null;
  const known = {
    id: id === null || id === undefined || id === '' ? null : String(id),
    url: url?.trim() || null,
    title: title?.trim() || null,
    publisher: publisher?.trim() || null,
    date: day,
    dateOrigin: day === null ? null : ('given' as const),
  };
  return { body, known };
}

function invalid(value: unknown, key: PropertyKey | undefined): AccordingError {
  if (key === undefined) return new AccordingError('document-invalid', `Expected an object, got ${kindOf(value)}`);
  const got = kindOf((value as Record<PropertyKey, unknown>)[key]);
  return new AccordingError('document-invalid', `Expected “${String(key)}” to be text, got ${got}`, { key });
}
