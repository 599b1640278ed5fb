import { Readability } from '@mozilla/readability';
import { AccordingError } from '../errors.ts';
import { createDocument, type Diagnostic, type Document } from '../document/index.ts';
import { checkText } from './check-text.ts';
import { findDateline } from './dateline.ts';
import { readMetadata, type Page } from './page-metadata.ts';
import { isByline } from './byline.ts';
import { isFurniture, pageDepth, pageParagraphs } from './page-text.ts';
import { parsePage } from './parse-page.ts';
import { removeBoxes } from './remove-boxes.ts';

/** Fewer characters than this are a teaser or a notice, not an article. */
const leastArticleCharacters = 140;

/**
 * Readability takes the square of the depth: 3 seconds at 250 elements within one another, minutes at 3,000. Pages that
 * people read have fewer than 60.
 */
const deepestPage = 150;

/** A section's name, a byline and share links may stand before the headline. */
const paragraphsWithHeadline = 5;
const longestSectionName = 40;
/** Bylines stand at the top, after headline and standfirst; the same words further down are the report's. */
const paragraphsWithByline = 8;

/**
 * Makes a document of a whole HTML page: headline and main text, paragraphs parted by a blank line.
 *
 * Where no article can be told from the rest, all of the page's text is read, with a diagnostic.
 *
 * @param page.url - address of the page, for resolving its links and as the document's address where it names none
 * @throws {AccordingError} `text-missing` where the page has no text at all
 */
export function readHtml(
  html: string,
  page: { readonly url?: string | null; readonly id?: string | null } = {},
): Document {
  const dom = parsePage(html);
  const { metadata, unreadableDate } = readMetadata(dom as unknown as Page, page.url ?? null);
  const diagnostics: Diagnostic[] = [];
  if (unreadableDate !== null) {
    diagnostics.push({ code: 'date-unreadable', message: `Expected a date, got “${unreadableDate}”`, span: null });
  }
  let paragraphs = articleParagraphs(html);
  if (paragraphs === null) {
    removeBoxes(dom);
    paragraphs = pageParagraphs(dom.body).filter((paragraph) => !isFurniture(paragraph));
    const message = 'Expected an article, got a page with none; all its text is read';
    diagnostics.push({ code: 'no-article', message, span: null });
  } else {
    const headings = [...dom.querySelectorAll('h1')].map((heading) => heading.textContent ?? '');
    paragraphs = putHeadlineFirst(paragraphs, metadata.title, headings, pageParagraphs(dom.body));
  }
  paragraphs = paragraphs.filter((paragraph, i) => i >= paragraphsWithByline || !isByline(paragraph, metadata.authors));
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
  const dom = parsePage(html);
  if (pageDepth(dom.body) > deepestPage) return null;
  removeBoxes(dom);
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

/**
 * The headline, once, before everything else. The page's own `h1` stands for the title where both are there and differ:
 * titles are often worded for search engines.
 *
 * @param page - all paragraphs of the page: what is short and stands above its headline is a section's name
 */
function putHeadlineFirst(
  paragraphs: readonly string[],
  title: string | null,
  headings: readonly string[],
  page: readonly string[],
): string[] {
  const isHeadline = (paragraph: string): boolean =>
    [title ?? '', ...headings].some((headline) => sameWords(paragraph, headline));
  const above = new Set(page.slice(0, Math.max(page.findIndex(isHeadline), 0)));
  const isSection = (paragraph: string): boolean =>
    above.has(paragraph) && paragraph.length <= longestSectionName && !/[.!?…”"’]$/u.test(paragraph);
  const top = paragraphs.slice(0, paragraphsWithHeadline);
  const headline = top.find(isHeadline) ?? title;
  return [
    ...(headline === null ? [] : [headline]),
    ...top.filter((paragraph) => !isHeadline(paragraph) && !isSection(paragraph)),
    ...paragraphs.slice(paragraphsWithHeadline),
  ];
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
