import type { Metadata } from '../document/index.ts';

/** The part of the DOM that we use; linkedom and browsers both offer it. */
export interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface Page {
  readonly title: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** What a page says of itself: from JSON-LD, else OpenGraph, else `meta` tags, value by value. */
export function readMetadata(page: Page, pageUrl: string | null): { metadata: Metadata; unreadableDate: string | null } {
  const article = findArticle(page);
  const meta = (...names: string[]): string | null => firstText(names.map((name) => metaContent(page, name)));
  const rawDate = firstText([
    text(article?.['datePublished']),
    meta('article:published_time', 'og:published_time'),
    meta('date', 'dc.date', 'dcterms.date', 'dc.date.issued', 'publishdate', 'pubdate', 'parsely-pub-date', 'sailthru.date'),
    page.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
  ]);
  const date = isoDate(rawDate);
  const rawUrl = firstText([
    linkedId(article?.['mainEntityOfPage']),
    text(article?.['url']),
    meta('og:url'),
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
  ]);
  const url = absolute(rawUrl, pageUrl) ?? pageUrl;
  const authors = names(article?.['author']);
  return {
    metadata: {
      url,
      title: firstText([text(article?.['headline']), meta('og:title', 'twitter:title'), titleWithoutSite(page.title)]),
      publisher: firstText([
        names(article?.['publisher'])[0] ?? null,
        meta('og:site_name'),
        meta('application-name', 'dc.publisher', 'twitter:site'),
      ]),
      date,
      authors: authors.length > 0 ? authors : metaAuthors(page),
    },
    unreadableDate: rawDate !== null && date === null ? rawDate : null,
  };
}

type Json = Record<string, unknown>;

/** The first JSON-LD object that is an article of some kind, at any depth of `@graph` and lists. */
function findArticle(page: Page): Json | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = searchArticle(parse(script.textContent ?? ''));
    if (found !== null) return found;
  }
  return null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // Broken JSON-LD is common; OpenGraph and meta tags say the same.
  }
}

function searchArticle(value: unknown): Json | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = searchArticle(item);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const object = value as Json;
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(Article|BlogPosting|Report)$/u.test(type))) return object;
  return searchArticle(object['@graph'] ?? null);
}

function text(value: unknown): string | null {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  return typeof single === 'string' && single.trim() !== '' ? single.trim() : null;
}

function linkedId(value: unknown): string | null {
  return typeof value === 'object' && value !== null ? text((value as Json)['@id'] ?? (value as Json)['url']) : text(value);
}

function names(value: unknown): string[] {
  return [value]
    .flat(2)
    .map((item) => (typeof item === 'object' && item !== null ? text((item as Json)['name']) : text(item)))
    .filter((name): name is string => name !== null && !/^https?:/u.test(name));
}

function metaContent(page: Page, name: string): string | null {
  for (const attribute of ['property', 'name', 'itemprop']) {
    const content = page.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return null;
}

function metaAuthors(page: Page): string[] {
  const found = ['article:author', 'author', 'dc.creator', 'parsely-author', 'byl']
    .map((name) => metaContent(page, name))
    .find((name) => name !== null && !/^https?:/u.test(name));
  return found ? found.replace(/^by\s+/iu, '').split(/\s*(?:,|;|\band\b)\s*/u).filter((name) => name !== '') : [];
}

function firstText(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null && value.trim() !== '') ?? null;
}

/** “Headline | Outlet” and “Headline - Outlet” without what follows, where enough of a headline is left. */
function titleWithoutSite(title: string): string {
  const cut = /^(.{15,})\s+[|–—-]\s+[^|–—-]{2,40}$/u.exec(title.trim());
  return (cut?.[1] ?? title).trim();
}

/** The date as given where it is ISO 8601 already, else converted; `null` where no date can be made of it. */
function isoDate(raw: string | null): string | null {
  if (raw === null) return null;
  if (/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/u.test(raw)) return raw.replace(' ', 'T');
  const time = Date.parse(raw);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function absolute(url: string | null, base: string | null): string | null {
  if (url === null) return null;
  try {
    const parsed = new URL(url, base ?? undefined);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}
