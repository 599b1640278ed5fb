import { AccordingError } from '../errors.ts';
import { createDocument, noMetadata, type Document } from '../document/index.ts';
import { checkText } from './check-text.ts';
import { findDateline } from './dateline.ts';
import { pdfParagraphs } from './pdf-lines.ts';

/**
 * Makes a document of a PDF's text, paragraphs parted by a blank line.
 *
 * @throws {AccordingError} `pdf-encrypted`, `pdf-unreadable`, or `text-missing` for a PDF of pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  // Loaded here: it takes a fifth of a second that plain text need not wait for.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new AccordingError('pdf-encrypted', 'Expected a PDF that opens without a password, got an encrypted one', {}, cause);
    }
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AccordingError('pdf-unreadable', `Expected a PDF, got a damaged one: ${message}`, {}, cause);
  });
  const paragraphs: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const runs = content.items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str + (item.hasEOL ? ' ' : ''), x: item.transform[4] as number, y: item.transform[5] as number, height: item.height }]
        : [],
    );
    paragraphs.push(...pdfParagraphs(runs));
  }
  const { info } = await getMeta(pdf);
  await pdf.cleanup();
  const text = paragraphs.join('\n\n');
  if (text.trim() === '') {
    throw new AccordingError('text-missing', 'Expected a PDF with text, got one without any (pictures of pages?)', {
      pages: pdf.numPages,
    });
  }
  const field = (name: string): string | null => {
    const value: unknown = (info as Record<string, unknown>)[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const author = field('Author');
  return createDocument(text, {
    metadata: { ...noMetadata, title: field('Title'), authors: author === null ? [] : [author] },
    dateline: findDateline(text),
    diagnostics: checkText(text),
  });
}
