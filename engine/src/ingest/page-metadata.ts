import type { Metadata } from '../document/index.ts';
import { decodeEntities } from './decode-entities.ts';
import { isoDate } from './iso-date.ts';

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
export function readMetadata(
  page: Page,
  pageUrl: string | null,
): { metadata: Metadata; unreadableDate: string | null } {
  const { article, resolve } = findArticle(page);
  const contents = metaContents(page);
  const meta = (...names: string[]): string | null =>
    firstText(names.map((name) => contents.get(name.toLowerCase())?.[0] ?? null));
  const publisher = firstText([
    names(article?.['publisher'], resolve)[0] ?? null,
    meta('og:site_name'),
    meta('application-name', 'dc.publisher', 'twitter:site'),
  ]);
  const jsonLdDate = text(article?.['datePublished']);
  const rawDates = [
    jsonLdDate,
    meta('article:published_time'),
    meta('og:published_time'),
    ...dateNames.map((name) => meta(name)),
    page.querySelector('article time[datetime], main time[datetime]')?.getAttribute('datetime')?.trim() ?? null,
  ].filter((raw): raw is string => raw !== null && raw !== '');
  const date = rawDates.map(isoDate).find((iso) => iso !== null) ?? null;
  const dateOrigin = date === null ? 'none' : date === isoDate(jsonLdDate ?? '') ? 'json-ld' : 'meta';
  const addresses = [
    linkedId(article?.['mainEntityOfPage']),
    text(article?.['url']),
    meta('og:url'),
    page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null,
  ];
  const url = addresses.map((address) => absolute(address, pageUrl)).find((address) => address !== null) ?? pageUrl;
  const authors = names(article?.['author'], resolve);
  return {
    metadata: {
      url,
      title: firstText([
        text(article?.['headline']),
        titleWithoutSite(meta('og:title', 'twitter:title') ?? '', publisher),
        titleWithoutSite(page.title, publisher),
      ]),
      publisher,
      date,
      dateOrigin,
      authors: authors.length > 0 ? authors : metaAuthors(contents),
    },
    unreadableDate: date === null ? (rawDates[0] ?? null) : null,
  };
}

const dateNames = [
  'datePublished',
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.issued',
  'publishdate',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
];

type Json = Record<string, unknown>;

/** Gives the object that a bare `{"@id": …}` names, or the value itself. */
type Resolve = (value: unknown) => unknown;

/** The first JSON-LD object that is an article of some kind, at any depth of `@graph` and lists. */
function findArticle(page: Page): { article: Json | null; resolve: Resolve } {
  const data = [...page.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    parse(script.textContent ?? ''),
  );
  const named = new Map<string, Json>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isObject(value)) return;
    if (typeof value['@id'] === 'string' && Object.keys(value).length > 1) named.set(value['@id'], value);
    collect(value['@graph'] ?? null);
  };
  data.forEach(collect);
  const resolve: Resolve = (value) =>
    isObject(value) && typeof value['@id'] === 'string' && !('name' in value)
      ? (named.get(value['@id']) ?? value)
      : value;
  return { article: searchArticle(data), resolve };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(json: string): unknown {
  try {
    // Some pages wrap the data as old browsers wanted scripts wrapped.
    return JSON.parse(
      json.replace(
        /^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*(?:\]\]>|-->)(?:\s*\*\/)?\s*$/gu,
        '',
      ),
    );
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
  if (!isObject(value)) return null;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(Article|BlogPosting|Report)$/u.test(type))) return value;
  return searchArticle(value['@graph'] ?? null) ?? searchArticle(value['mainEntity'] ?? null);
}

function text(value: unknown): string | null {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  return typeof single === 'string' ? plain(single) || null : null;
}

/** Without entities, which many systems put into JSON-LD although scripts have none, and with white space folded. */
function plain(value: string): string {
  return decodeEntities(value).replace(/\s+/gu, ' ').trim();
}

function linkedId(value: unknown): string | null {
  return isObject(value) ? text(value['@id'] ?? value['url']) : text(value);
}

function names(value: unknown, resolve: Resolve): string[] {
  return [value]
    .flat(2)
    .map(resolve)
    .map((item) => (isObject(item) ? text(item['name']) : text(item)))
    .map((name) => name?.replace(/^by\s+/iu, '') ?? '')
    .filter((name) => name !== '' && !/^https?:/u.test(name));
}

/** What `meta` tags say, by their name in lower case; collected once, since pages have many tags and we ask for many names. */
function metaContents(page: Page): ReadonlyMap<string, readonly string[]> {
  const contents = new Map<string, string[]>();
  const tags = [...page.querySelectorAll('meta[content]')];
  for (const attribute of ['property', 'name', 'itemprop']) {
    for (const tag of tags) {
      const name = tag.getAttribute(attribute)?.trim().toLowerCase();
      const content = plain(tag.getAttribute('content') ?? '');
      if (name && content !== '') contents.set(name, [...(contents.get(name) ?? []), content]);
    }
  }
  return contents;
}

function metaAuthors(contents: ReadonlyMap<string, readonly string[]>): string[] {
  const found = ['article:author', 'author', 'dc.creator', 'parsely-author', 'byl']
    .map((name) => (contents.get(name) ?? []).filter((content) => !/^https?:/u.test(content)))
    .find((named) => named.length > 0);
  const authors = (found ?? []).flatMap((content) => content.replace(/^by\s+/iu, '').split(/\s*(?:,|;|\band\b)\s*/u));
  return [...new Set(authors.filter((name) => name !== ''))];
}

function firstText(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null && value.trim() !== '') ?? null;
}

/**
 * “Headline | Outlet” and “Headline - Outlet” without what follows. Behind a dash only what is, or looks like, a name is
 * an outlet: “Storm hits coast – what we know so far” is all headline.
 */
function titleWithoutSite(title: string, publisher: string | null): string {
  const whole = title.replace(/\s+/gu, ' ').trim();
  const cut = /^(.+)\s([|–—-]|::|»)\s(.{2,40})$/u.exec(whole);
  if (cut === null) return whole;
  const [, headline, separator, site] = cut as unknown as [string, string, string, string];
  const isPublisher = publisher !== null && site.toLowerCase() === publisher.toLowerCase();
  const isName = site
    .split(' ')
    .every((word) => /^[\p{Lu}\p{N}&]|^(?:of|the|and|for|in|on)$|\.\p{Ll}{2,}$/u.test(word));
  const looksLikeOutlet = /[–—-]/u.test(separator) ? isName && headline.length >= 15 : headline.length >= 10;
  return isPublisher || looksLikeOutlet ? titleWithoutSection(headline, separator) : whole;
}

/** “Headline | News” from “Headline | News | Outlet”: a single word behind the same sign is a section. */
function titleWithoutSection(headline: string, separator: string): string {
  if (separator !== '|') return headline.trim();
  return headline.replace(/\s\|\s\S+$/u, '').trim();
}

function absolute(url: string | null, base: string | null): string | null {
  if (url === null || url.startsWith('#')) return null;
  try {
    const parsed = new URL(url, base ?? undefined);
    // “…/story#webpage” names a node of the page's own data, not a place that readers go to.
    parsed.hash = '';
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}
