import { AccordingError } from '../errors.ts';
import { createDocument, noMetadata, type Document } from '../document/index.ts';
import { checkText } from './check-text.ts';
import { findDateline } from './dateline.ts';
import { joinLines, pdfParagraphs, usualGap, type PdfRun } from './pdf-lines.ts';

/**
 * Makes a document of a PDF's text, paragraphs parted by a blank line.
 *
 * @throws {AccordingError} `pdf-encrypted`, `pdf-unreadable`, or `text-missing` for a PDF of pictures
 */
export async function readPdf(bytes: Uint8Array, options: { readonly url?: string | null } = {}): Promise<Document> {
  // Loaded here: it takes a fifth of a second that plain text need not wait for.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  const damaged = (cause: unknown): AccordingError => {
    const message = cause instanceof Error ? cause.message : String(cause);
    return new AccordingError('pdf-unreadable', `Expected a PDF, got a damaged one: ${message}`, {}, cause);
  };
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      const message = 'Expected a PDF that opens without a password, got an encrypted one';
      throw new AccordingError('pdf-encrypted', message, {}, cause);
    }
    throw damaged(cause);
  });
  const pageRuns: PdfRun[][] = [];
  let info: unknown = {};
  let pages = 0;
  try {
    pages = pdf.numPages;
    for (let number = 1; number <= pages; number++) {
      const content = await (await pdf.getPage(number)).getTextContent();
      const runs = content.items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str + (item.hasEOL ? ' ' : ''),
                x: item.transform[4] as number,
                y: item.transform[5] as number,
                height: item.height,
              },
            ]
          : [],
      );
      pageRuns.push(runs);
    }
    ({ info } = await getMeta(pdf));
  } catch (cause) {
    throw damaged(cause);
  } finally {
    await pdf.loadingTask.destroy();
  }
  const gap = usualGap(pageRuns);
  const paragraphs: string[] = [];
  for (const runs of pageRuns) appendPage(paragraphs, pdfParagraphs(runs, gap));
  const text = paragraphs.join('\n\n');
  if (text.trim() === '') {
    throw new AccordingError('text-missing', 'Expected a PDF with text, got one without any (pictures of pages?)', {
      pages,
    });
  }
  const field = (name: string): string | null => {
    const value: unknown = (info as Record<string, unknown>)[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const title = field('Title');
  const author = field('Author');
  return createDocument(text, {
    metadata: {
      ...noMetadata,
      url: options.url ?? null,
      title: title !== null && isFileName(title) ? null : title,
      authors: author === null ? [] : [author],
    },
    dateline: findDateline(text),
    diagnostics: checkText(text),
  });
}

/** Adds a page's paragraphs without its page number; the first goes on where the page before ended within a sentence. */
function appendPage(paragraphs: string[], page: readonly string[]): void {
  const own = page.filter((paragraph, i) => !((i === 0 || i === page.length - 1) && isPageNumber(paragraph)));
  const last = paragraphs.at(-1);
  const [first, ...others] = own;
  if (last !== undefined && first !== undefined && /[\p{L}\p{N},-]$/u.test(last) && /^\p{Ll}/u.test(first)) {
    paragraphs[paragraphs.length - 1] = joinLines(last, first);
    paragraphs.push(...others);
  } else paragraphs.push(...own);
}

function isPageNumber(paragraph: string): boolean {
  return /^(?:[-–—\s]*\d{1,4}[-–—\s]*|page \d+(?: of \d+|\/\d+)?|\d+ (?:of|\/) \d+)$/iu.test(paragraph);
}

/** Programs that print to PDF put the name of the file where the title belongs. */
function isFileName(title: string): boolean {
  return /^Microsoft Word - |\.(?:docx?|odt|pdf|rtf|indd|html?|txt|tex)$|^untitled\b/iu.test(title);
}
