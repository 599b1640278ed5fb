import { AccordingError } from '../errors.ts';
import type { Document } from '../document/index.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { readText } from './read-text.ts';

/** Where bytes come from, as far as it helps to read them. */
export interface Origin {
  readonly url?: string | null;
  readonly contentType?: string | null;
}

/** Longest text that is read as one report, in UTF-16 code units: a novel and a half. */
export const maxTextLength = 1_000_000;

/**
 * Makes a document of a file's bytes, whatever they are: plain text, an HTML page or a PDF.
 *
 * @throws {AccordingError} `empty-input`, `binary-input`, `document-too-large`, or what the format's reader throws
 */
export async function readReport(bytes: Uint8Array, origin: Origin = {}): Promise<Document> {
  const format = detectFormat(bytes);
  if (format === 'empty') throw new AccordingError('empty-input', 'Expected a report, got nothing at all');
  if (format === 'binary') {
    throw new AccordingError('binary-input', `Expected text, HTML or PDF, got ${bytes.length} bytes of binary data`);
  }
  if (format === 'pdf') {
    const document = await (await import('./read-pdf.ts')).readPdf(bytes, { url: origin.url ?? null });
    checkLength(document.text);
    return document;
  }
  const { text, diagnostics } = decodeText(bytes, { contentType: origin.contentType ?? null, html: format === 'html' });
  if (format === 'html') {
    const document = await readHtmlReport(text, origin.url ?? null);
    return { ...document, diagnostics: [...diagnostics, ...document.diagnostics] };
  }
  if (text.trim() === '') throw new AccordingError('empty-input', 'Expected a report, got white space alone');
  checkLength(text);
  const document = readText(text, { diagnostics });
  return { ...document, url: origin.url ?? null };
}

/** Loads the HTML reader only when a page comes: plain text need not wait for it. */
async function readHtmlReport(html: string, url: string | null): Promise<Document> {
  checkLength(html, 10 * maxTextLength);
  const { readHtml } = await import('./read-html.ts');
  const document = readHtml(html, { url });
  checkLength(document.text);
  return document;
}

/** @throws {AccordingError} `document-too-large` */
export function checkLength(text: string, limit: number = maxTextLength): void {
  if (text.length <= limit) return;
  const count = (n: number): string => n.toLocaleString('en');
  const message = `Expected at most ${count(limit)} characters in one report, got ${count(text.length)}`;
  throw new AccordingError('document-too-large', message, { limit, length: text.length });
}
