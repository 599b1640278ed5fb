import { describe, expect, it } from 'vitest';
import type { Metadata } from '../document/index.ts';
import { parsePage } from './parse-page.ts';
import { readMetadata, type Page } from './page-metadata.ts';

const address = 'https://courier.example/found-here';

function read(head: string, body = '', url: string | null = address): Metadata & { unreadableDate: string | null } {
  const page = parsePage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`) as unknown as Page;
  const { metadata, unreadableDate } = readMetadata(page, url);
  return { ...metadata, unreadableDate };
}

const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const article = {
  '@type': 'NewsArticle',
  headline: 'Tunnel leaks',
  datePublished: '2026-03-04T06:30:00+01:00',
  author: [{ '@type': 'Person', name: 'Tove Halloran' }],
  publisher: { '@type': 'Organization', name: 'The Northport Courier' },
  mainEntityOfPage: { '@id': 'https://courier.example/tunnel' },
};
const openGraph =
  '<meta property="og:title" content="Tunnel leaks, says OpenGraph"><meta property="og:site_name" content="Lowland Herald">' +
  '<meta property="og:url" content="https://herald.example/og"><meta property="article:published_time" content="2026-02-01">' +
  '<meta property="article:author" content="Minh Castellan">';
const meta =
  '<title>Tunnel leaks, says its title</title><meta name="author" content="Ruth Obi"><meta name="date" content="2026-01-01">' +
  '<meta name="application-name" content="Ede Mirror"><link rel="canonical" href="/canonical">';

describe('readMetadata', () => {
  it('takes JSON-LD before OpenGraph before meta tags', () => {
    expect(read(meta + openGraph + jsonLd(article))).toEqual({
      title: 'Tunnel leaks',
      publisher: 'The Northport Courier',
      date: '2026-03-04T06:30:00+01:00',
      authors: ['Tove Halloran'],
      url: 'https://courier.example/tunnel',
      dateOrigin: 'json-ld',
      unreadableDate: null,
    });
    expect(read(meta + openGraph)).toEqual({
      title: 'Tunnel leaks, says OpenGraph',
      publisher: 'Lowland Herald',
      date: '2026-02-01',
      authors: ['Minh Castellan'],
      url: 'https://herald.example/og',
      dateOrigin: 'meta',
      unreadableDate: null,
    });
    expect(read(meta)).toEqual({
      title: 'Tunnel leaks, says its title',
      publisher: 'Ede Mirror',
      date: '2026-01-01',
      authors: ['Ruth Obi'],
      url: 'https://courier.example/canonical',
      dateOrigin: 'meta',
      unreadableDate: null,
    });
  });

  it('takes each value that one source lacks from the next', () => {
    expect(read(openGraph + jsonLd({ '@type': 'Article', headline: 'Tunnel leaks' }))).toMatchObject({
      title: 'Tunnel leaks',
      publisher: 'Lowland Herald',
      date: '2026-02-01',
    });
  });

  it('has null for what a page does not say, and the address it was found at', () => {
    const nothing = { title: null, publisher: null, date: null, dateOrigin: 'none', authors: [], unreadableDate: null };
    expect(read('')).toEqual({ ...nothing, url: address });
    expect(read('', '', null)).toEqual({ ...nothing, url: null });
  });

  it.each([
    ['a list', [{ '@type': 'WebSite' }, article]],
    ['@graph', { '@graph': [{ '@type': 'Organization', name: 'x' }, article] }],
    ['a list within @graph', { '@graph': [[article]] }],
    ['the main entity of a page', { '@type': 'WebPage', mainEntity: article }],
    ['several types', { ...article, '@type': ['Article', 'ReportageNewsArticle'] }],
    ['a live blog', { ...article, '@type': 'LiveBlogPosting' }],
  ])('finds the article in %s', (_, value) => {
    expect(read(jsonLd(value)).title).toBe('Tunnel leaks');
  });

  it('follows references within @graph', () => {
    const graph = [
      { ...article, author: { '@id': '#tove' }, publisher: { '@id': '#courier' } },
      { '@id': '#tove', '@type': 'Person', name: 'Tove Halloran' },
      { '@id': '#courier', '@type': 'Organization', name: 'The Northport Courier' },
    ];
    expect(read(jsonLd({ '@graph': graph }))).toMatchObject({
      authors: ['Tove Halloran'],
      publisher: 'The Northport Courier',
    });
  });

  it.each([
    ['broken JSON-LD', '<script type="application/ld+json">{"@type": "NewsArticle", headline</script>'],
    ['JSON-LD that is no object', jsonLd(null) + jsonLd(7) + jsonLd('x') + jsonLd([null])],
    ['JSON-LD of something else', jsonLd({ '@type': 'BreadcrumbList', headline: 'x' })],
    [
      'values of other types',
      jsonLd({ ...article, headline: 7, author: 7, publisher: [], datePublished: {}, mainEntityOfPage: true }),
    ],
  ])('falls back to OpenGraph behind %s', (_, head) => {
    expect(read(head + openGraph)).toMatchObject({
      title: 'Tunnel leaks, says OpenGraph',
      publisher: 'Lowland Herald',
      date: '2026-02-01',
    });
  });

  it.each([
    ['a comment', `<!-- ${JSON.stringify(article)} -->`],
    ['CDATA', `//<![CDATA[\n${JSON.stringify(article)}\n//]]>`],
  ])('reads JSON-LD wrapped in %s', (_, script) => {
    expect(read(`<script type="application/ld+json">${script}</script>`).title).toBe('Tunnel leaks');
  });

  it.each([
    [
      'entities in JSON-LD',
      jsonLd({ ...article, headline: 'Minister&#039;s &quot;leak&quot; &amp; more &#x1F6A7;' }),
      'Minister\'s "leak" & more 🚧',
    ],
    ['entities escaped twice', '<meta property="og:title" content="Minister&amp;rsquo;s leak">', 'Minister’s leak'],
    ['line breaks', '<title>\n  Tunnel\n leaks </title>', 'Tunnel leaks'],
    ['combining marks and right-to-left text', '<title>تسرّب cafe\u0301</title>', 'تسرّب cafe\u0301'],
    ['outlet behind a bar', '<title>Harbour tunnel leaks | Nova-Post</title>', 'Harbour tunnel leaks'],
    [
      'section and outlet behind bars',
      '<title>Harbour tunnel leaks | News | Nova Post</title>',
      'Harbour tunnel leaks',
    ],
    ['outlet behind a hyphen', '<title>Harbour tunnel leaks - Lowland Herald</title>', 'Harbour tunnel leaks'],
    ['outlet’s address behind a dash', '<title>Harbour tunnel leaks — herald.example</title>', 'Harbour tunnel leaks'],
    [
      'known outlet behind a short headline',
      '<title>It leaks - the herald</title><meta property="og:site_name" content="The Herald">',
      'It leaks',
    ],
    [
      'outlet in OpenGraph',
      '<meta property="og:title" content="Harbour tunnel leaks | Lowland Herald">',
      'Harbour tunnel leaks',
    ],
    [
      'dash within the headline',
      '<title>Storm floods harbour tunnel - what we know so far</title>',
      'Storm floods harbour tunnel - what we know so far',
    ],
    ['bar at the beginning', '<title>Live | Tunnel leaks</title>', 'Live | Tunnel leaks'],
  ])('gives the headline alone: %s', (_, head, title) => {
    expect(read(head).title).toBe(title);
  });

  it.each([
    [
      'several objects',
      jsonLd({ ...article, author: [{ name: 'A. Okonjo' }, { name: 'P. Lund' }] }),
      ['A. Okonjo', 'P. Lund'],
    ],
    ['strings', jsonLd({ ...article, author: ['A. Okonjo', 'P. Lund'] }), ['A. Okonjo', 'P. Lund']],
    ['“By” before a name', jsonLd({ ...article, author: { name: 'By A. Okonjo' } }), ['A. Okonjo']],
    ['an address for a name', jsonLd({ ...article, author: 'https://x.example/a' }) + meta, ['Ruth Obi']],
    [
      'several names in one tag',
      '<meta name="author" content="By A. Okonjo, P. Lund and R. Obi">',
      ['A. Okonjo', 'P. Lund', 'R. Obi'],
    ],
    ['a name with “and” in it', '<meta name="author" content="Sandra Brand">', ['Sandra Brand']],
    [
      'several tags',
      '<meta name="author" content="A. Okonjo"><meta name="author" content="P. Lund">',
      ['A. Okonjo', 'P. Lund'],
    ],
    [
      'a profile’s address before the name',
      '<meta property="article:author" content="https://x.example/a"><meta name="author" content="A. Okonjo">',
      ['A. Okonjo'],
    ],
    ['upper case in the tag’s name', '<META NAME="AUTHOR" CONTENT="A. Okonjo">', ['A. Okonjo']],
  ])('reads authors: %s', (_, head, authors) => {
    expect(read(head).authors).toEqual(authors);
  });

  it.each([
    ['relative to the page', '<link rel="canonical" href="../a?b=1">', 'https://courier.example/a?b=1'],
    [
      'without the name of a node',
      jsonLd({ ...article, mainEntityOfPage: 'https://x.example/a#webpage' }),
      'https://x.example/a',
    ],
    [
      'passing over a node of the page',
      jsonLd({ ...article, mainEntityOfPage: { '@id': '#webpage' }, url: 'https://x.example/b' }),
      'https://x.example/b',
    ],
    ['passing over another protocol', '<meta property="og:url" content="javascript:alert(1)">', address],
    ['passing over what is no address', '<meta property="og:url" content="http://">', address],
  ])('gives the canonical address: %s', (_, head, url) => {
    expect(read(head).url).toBe(url);
  });

  it('gives no relative address where it does not know to what', () => {
    expect(read('<link rel="canonical" href="/a">', '', null).url).toBeNull();
  });

  it('takes the first date that it can read', () => {
    expect(read(jsonLd({ ...article, datePublished: 'yesterday' }) + openGraph)).toMatchObject({
      date: '2026-02-01',
      unreadableDate: null,
    });
    expect(read('<meta name="date" content="yesterday">')).toMatchObject({ date: null, unreadableDate: 'yesterday' });
  });

  it('takes the time that the article shows, and none from around it', () => {
    const time = '<time datetime="2026-03-04">Wednesday</time>';
    expect(read('', `<article>${time}</article>`).date).toBe('2026-03-04');
    expect(read('', `<aside>${time}</aside>`).date).toBeNull();
  });
});
