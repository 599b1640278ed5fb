import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { AccordingError } from '../errors.ts';
import { createDocument, type Diagnostic, type Document } from '../document/index.ts';
import { checkText } from './check-text.ts';
import { findDateline } from './dateline.ts';
import { readMetadata, type Page } from './page-metadata.ts';
import { isFurniture, pageParagraphs } from './page-text.ts';

/** Fewer characters than this are a teaser or a notice, not an article. */
const leastArticleCharacters = 140;

/**
 * Makes a document of a whole HTML page: headline and main text, paragraphs parted by a blank line.
 *
 * Where no article can be told from the rest, all of the page's text is read, with a diagnostic.
 *
 * @param page.url - address of the page, for resolving its links and as the document's address where it names none
 * @throws {AccordingError} `text-missing` where the page has no text at all
 */
export function readHtml(html: string, page: { readonly url?: string | null; readonly id?: string | null } = {}): Document {
  const dom = parseHTML(html).document;
  const { metadata, unreadableDate } = readMetadata(dom as unknown as Page, page.url ?? null);
  const diagnostics: Diagnostic[] = [];
  if (unreadableDate !== null) {
    diagnostics.push({ code: 'date-unreadable', message: `Expected a date, got “${unreadableDate}”`, span: null });
  }
  let paragraphs = articleParagraphs(html);
  if (paragraphs === null) {
    paragraphs = pageParagraphs(dom.body ?? dom.documentElement).filter((paragraph) => !isFurniture(paragraph));
    diagnostics.push({ code: 'no-article', message: 'Expected an article, got a page with none; all its text is read', span: null });
  } else if (metadata.title !== null && !sameWords(paragraphs[0] ?? '', metadata.title)) {
    paragraphs = [metadata.title, ...paragraphs];
  }
  const text = paragraphs.join('\n\n');
  if (text === '') throw new AccordingError('text-missing', 'Expected an HTML page with text, got one without any');
  return createDocument(text, {
    id: page.id ?? null,
    metadata,
    dateline: findDateline(text),
    diagnostics: [...diagnostics, ...checkText(text)],
  });
}

/** Paragraphs of the article that Readability finds, or `null` where it finds none. */
function articleParagraphs(html: string): string[] | null {
  // Readability rewrites the tree it is given, so it gets one of its own.
  const dom = parseHTML(html).document;
  try {
    const article = new Readability(dom as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: leastArticleCharacters,
      serializer: (node) => node as unknown as string,
    }).parse();
    if (!article?.content) return null;
    const root = article.content as unknown as Parameters<typeof pageParagraphs>[0];
    const paragraphs = pageParagraphs(root).filter((paragraph) => !isFurniture(paragraph));
    const characters = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
    return characters >= leastArticleCharacters ? paragraphs : null;
  } catch {
    return null; // Readability gives up on some broken trees; their text is still there to be read.
  }
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(a) === plain(b);
}
