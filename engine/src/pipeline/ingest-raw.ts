import type { RawReport } from '../collect/index.ts';
import type { Document } from '../document/index.ts';
import { readRecord, readReport } from '../ingest/index.ts';

/**
 * Makes a document of a report as it was found; what is known of it already goes before what its page says.
 *
 * @throws {AccordingError} what `readReport` and `readRecord` throw
 */
export async function ingestRaw({ body, known }: RawReport): Promise<Document> {
  const { id, url, title, publisher, date } = known;
  if (body.kind !== 'bytes') {
    const words = body.kind === 'text' ? { text: body.text } : { html: body.html };
    return readRecord({ ...words, id, url, title, publisher, date });
  }
  const document = await readReport(body.bytes, { url, contentType: body.mediaType });
  return {
    ...document,
    url: document.url ?? url,
    title: title ?? document.title,
    publisher: publisher ?? document.publisher,
    date: date ?? document.date,
  };
}
