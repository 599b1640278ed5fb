import { describe, expect, it } from 'vitest';
import { readSitemap, type SitemapEntry } from './read-sitemap.ts';

const address = 'https://courier.example/sitemap.xml';

function read(text: string): { readonly entries: SitemapEntry[]; readonly message: string } {
  const entries: SitemapEntry[] = [];
  try {
    for (const entry of readSitemap(text, address)) entries.push(entry);
  } catch (error) {
    return { entries, message: (error as Error).message };
  }
  return { entries, message: '' };
}

describe('readSitemap', () => {
  it('reads addresses, and what the news extension says', () => {
    const { entries } =
      read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="x">
      <url><loc> https://courier.example/a?x=1&amp;y=2 </loc><lastmod>2026-03-03</lastmod>
        <n:news><n:publication><n:name>The Courier</n:name></n:publication><n:publication_date>2026-03-02T10:00Z</n:publication_date>
        <n:title>Tunnel 🚧
          leaks</n:title></n:news>
        <image:image><image:loc>https://courier.example/a.jpg</image:loc><image:title>No</image:title></image:image></url>
      <url><loc><![CDATA[/b]]></loc></url><url><loc>ftp://x/</loc></url><url></url></urlset>`);
    expect(entries).toEqual([
      {
        kind: 'page',
        number: 1,
        address: 'https://courier.example/a?x=1&y=2',
        isAddress: true,
        title: 'Tunnel 🚧 leaks',
        publisher: 'The Courier',
        date: '2026-03-02T10:00Z',
      },
      {
        kind: 'page',
        number: 2,
        address: 'https://courier.example/b',
        isAddress: true,
        title: null,
        publisher: null,
        date: null,
      },
      { kind: 'page', number: 3, address: 'ftp://x/', isAddress: false, title: null, publisher: null, date: null },
    ]);
  });

  it('tells an index from pages', () => {
    const { entries } = read(
      '<sitemapindex><sitemap><loc>https://courier.example/1.xml.gz</loc></sitemap></sitemapindex>',
    );
    expect(entries).toMatchObject([{ kind: 'sitemap', address: 'https://courier.example/1.xml.gz' }]);
  });

  it.each([
    [
      'a cut',
      '<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.',
      1,
      'ends within <loc> (behind address 1)',
    ],
    ['tags that cross', '<urlset><url><loc>https://a.example/1</loc></url><url></urlset>', 1, '</urlset> within <url>'],
    ['another root', '<html><body></body></html>', 0, 'got <html>'],
    ['nothing', '', 0, 'got no XML'],
    ['prose', 'The tunnel leaked.', 0, 'got no XML'],
    ['depth', `<urlset>${'<a>'.repeat(1_000_000)}`, 0, '50 deep'],
  ])('gives what comes before it breaks: %s', (_, text, count, words) => {
    const { entries, message } = read(text);
    expect(entries).toHaveLength(count);
    expect(message).toMatch(/^Expected a sitemap, got/u);
    expect(message).toContain(words);
  });

  it('reads 50,000 addresses in a moment', () => {
    const start = performance.now();
    const text = `<urlset>${'<url><loc>https://a.example/1</loc><lastmod>2026</lastmod></url>\n'.repeat(50_000)}</urlset>`;
    expect(read(text).entries).toHaveLength(50_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
