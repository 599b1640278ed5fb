import { AccordingError } from '../errors.ts';
import { feedDate } from './feed-date.ts';
import { webAddress } from './web-address.ts';
import { decodeXml, xmlTokens } from './xml-tokens.ts';

/** What a feed says of one report. */
export interface FeedEntry {
  /** Its place in the feed, from 1. */
  readonly number: number;
  /** Its own name in the feed, else its address, else its title: the same as long as it is the same entry. */
  readonly key: string;
  /** `null` where the feed names none. */
  readonly url: string | null;
  readonly title: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** As HTML; a summary is not the report. */
  readonly summary: string | null;
  readonly content: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** How long the feed asks to be left alone; 0 where it does not. */
  readonly ttlMs: number;
  readonly entries: readonly FeedEntry[];
}

/** What feedsmith gives for an entry of any format, as far as it is read here. */
interface LooseEntry {
  readonly id?: string;
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean };
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[];
  readonly url?: string;
  readonly external_url?: string;
  readonly rdf?: { readonly about?: string };
  readonly title?: string | { readonly value?: string; readonly type?: string };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
  readonly description?: string;
  readonly summary?: string | { readonly value?: string; readonly type?: string };
  readonly content?: { readonly value?: string; readonly type?: string; readonly encoded?: string };
  readonly content_html?: string;
  readonly content_text?: string;
  readonly xml?: { readonly base?: string };
}

interface LooseFeed extends LooseEntry {
  readonly home_page_url?: string;
  readonly ttl?: number;
  readonly items?: readonly LooseEntry[];
  readonly entries?: readonly LooseEntry[];
  readonly sy?: { readonly updatePeriod?: string; readonly updateFrequency?: number };
}

const periodsMs: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};

/**
 * Reads a feed: RSS, RDF, Atom or JSON Feed.
 *
 * @param address - of the feed, for addresses relative to it
 * @throws {AccordingError} `feed-invalid`
 */
export async function readFeed(text: string, address: string | null): Promise<Feed> {
  // The parser takes quadratic time on tags that are never closed.
  if (text.trimStart().startsWith('<')) checkTags(text);
  const { parseFeed } = await import('feedsmith');
  let feed: LooseFeed;
  try {
    feed = parseFeed(text).feed as LooseFeed;
  } catch (cause) {
    throw invalid('something else', cause);
  }
  const base = webAddress(feed.xml?.base ?? '', address ?? undefined) ?? address ?? webAddress(homeOf(feed) ?? '');
  return {
    title: titleOf(feed.title),
    ttlMs: Math.max(ttlMs(feed.ttl), periodMs(feed.sy)),
    entries: (feed.items ?? feed.entries ?? []).map((entry, index) => readEntry(entry, index + 1, base)),
  };
}

function checkTags(text: string): void {
  try {
    for (const token of xmlTokens(text)) void token;
  } catch (cause) {
    throw invalid((cause as Error).message, cause);
  }
}

function readEntry(entry: LooseEntry, number: number, base: string | null): FeedEntry {
  const entryBase = webAddress(entry.xml?.base ?? '', base ?? undefined) ?? base ?? undefined;
  const url = addressesOf(entry)
    .map((candidate) => webAddress(candidate, entryBase))
    .find((candidate) => candidate !== null);
  const title = titleOf(entry.title);
  return {
    number,
    key: entry.id ?? entry.guid?.value ?? url ?? title ?? '',
    url: url ?? null,
    title,
    date: feedDate(
      entry.pubDate ??
        entry.published ??
        entry.date_published ??
        entry.dc?.date ??
        entry.dc?.dates?.[0] ??
        entry.updated,
    ),
    summary: htmlOf(entry.summary) ?? entry.description ?? null,
    content: entry.content?.encoded ?? entry.content_html ?? htmlOf(entry.content) ?? plain(entry.content_text),
  };
}

/** Where an entry may lead, best first. */
function addressesOf(entry: LooseEntry): string[] {
  const links = (entry.links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const pages = [...links.filter(({ type }) => type === undefined || type.includes('html')), ...links];
  // A guid is an address only where it says so itself, or can be nothing else.
  const guid = entry.guid?.isPermaLink === false ? undefined : entry.guid?.value;
  const names = [guid, entry.id].filter((name) => /^https?:\/\//iu.test(name ?? ''));
  return [
    entry.link,
    ...pages.map(({ href }) => href),
    entry.url,
    ...names,
    entry.rdf?.about,
    entry.external_url,
  ].filter((address) => address !== undefined);
}

function homeOf(feed: LooseFeed): string | null {
  return (
    feed.link ??
    feed.home_page_url ??
    feed.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ??
    null
  );
}

function titleOf(title: LooseEntry['title']): string | null {
  const value = typeof title === 'string' ? title : (title?.value ?? '');
  const marked = typeof title === 'object' && (title.type === 'html' || title.type === 'xhtml');
  const bare = marked ? decodeXml(value.replace(/<[^<>]*>/gu, '')) : value;
  return bare.replace(/\s+/gu, ' ').trim() || null;
}

function htmlOf(content: LooseEntry['summary']): string | null {
  if (typeof content === 'string') return content;
  if (content?.value === undefined) return null;
  return content.type === undefined || content.type === 'text' ? plain(content.value) : content.value;
}

/** Plain text as HTML, with its paragraphs. */
function plain(text: string | undefined): string | null {
  if (text === undefined) return null;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

function ttlMs(minutes: number | undefined): number {
  return minutes !== undefined && minutes > 0 ? 60_000 * minutes : 0;
}

function periodMs(sy: LooseFeed['sy']): number {
  const period = Object.hasOwn(periodsMs, sy?.updatePeriod ?? '') ? periodsMs[sy!.updatePeriod!]! : 0;
  return period / Math.max(1, sy?.updateFrequency ?? 1);
}

function invalid(what: string, cause: unknown): AccordingError {
  return new AccordingError('feed-invalid', `Expected RSS, Atom, RDF or JSON Feed, got ${what}`, {}, cause);
}
