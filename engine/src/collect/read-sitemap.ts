import { AccordingError } from '../errors.ts';
import { feedDate } from './feed-date.ts';
import { webAddress } from './web-address.ts';
import { xmlTokens } from './xml-tokens.ts';

/** An address in a sitemap: a page's, or that of a further sitemap. Facts come from the news extension. */
export interface SitemapEntry {
  readonly kind: 'page' | 'sitemap';
  /** Its place in the sitemap, from 1. */
  readonly number: number;
  /** As written, where it is no address of the web. */
  readonly address: string;
  readonly isAddress: boolean;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601; when it was published, not when it was last changed. */
  readonly date: string | null;
}

/** Sitemaps are flat; deeper than this is something else. */
const deepest = 50;

const paths: Readonly<Record<string, 'loc' | 'title' | 'publisher' | 'date'>> = {
  loc: 'loc',
  'news/title': 'title',
  'news/publication/name': 'publisher',
  'news/publication_date': 'date',
};

/**
 * Reads a sitemap or an index of sitemaps, with the news extension. What comes before a place where it breaks is given
 * first.
 *
 * @param address - of the sitemap, for addresses relative to it, which the protocol forbids and sites write
 * @throws {AccordingError} `sitemap-invalid`
 * @see https://www.sitemaps.org/protocol.html
 */
export function* readSitemap(text: string, address: string | null): Generator<SitemapEntry> {
  let number = 0;
  let root: string | null = null;
  const path: string[] = [];
  let found: Record<string, string> = {};
  try {
    for (const token of xmlTokens(text)) {
      if (token.kind === 'open') {
        root ??= token.name;
        if (root !== 'urlset' && root !== 'sitemapindex') throw new SyntaxError(`<${root.slice(0, 60)}>`);
        if (token.empty) continue;
        path.push(token.name);
        if (path.length > deepest) throw new SyntaxError(`elements within each other, ${deepest} deep`);
        if (path.length === 2) found = {};
      } else if (token.kind === 'text') {
        const key = path.slice(2).join('/');
        const fact = path.length > 2 && Object.hasOwn(paths, key) ? paths[key]! : null;
        if (fact !== null) found[fact] = (found[fact] ?? '') + token.text;
      } else {
        const entry = path.length === 2 ? entryOf(path[1]!, found, number + 1, address) : null;
        if (path.at(-1) === token.name) path.pop();
        else throw new SyntaxError(`</${token.name.slice(0, 60)}> within <${path.at(-1)?.slice(0, 60) ?? ''}>`);
        if (entry !== null) {
          number++;
          yield entry;
        }
      }
    }
    if (root === null) throw new SyntaxError('no XML');
    if (path.length > 0) throw new SyntaxError(`one that ends within <${path.at(-1)!.slice(0, 60)}>`);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const message = `Expected a sitemap, got ${cause.message}${number > 0 ? ` (behind address ${number})` : ''}`;
    throw new AccordingError('sitemap-invalid', message, { number }, cause);
  }
}

function entryOf(
  element: string,
  found: Readonly<Record<string, string>>,
  number: number,
  base: string | null,
): SitemapEntry | null {
  const raw = found['loc']?.trim();
  if ((element !== 'url' && element !== 'sitemap') || raw === undefined) return null;
  const address = webAddress(raw, base ?? undefined);
  const fact = (name: string): string | null => found[name]?.replace(/\s+/gu, ' ').trim() || null;
  return {
    kind: element === 'url' ? 'page' : 'sitemap',
    number,
    address: address ?? raw,
    isAddress: address !== null,
    title: fact('title'),
    publisher: fact('publisher'),
    date: feedDate(found['date']),
  };
}
