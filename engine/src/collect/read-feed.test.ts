import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { feedDate } from './feed-date.ts';
import { readFeed } from './read-feed.ts';

const address = 'https://courier.example/feeds/all.xml';
const rss = (items: string, more = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Courier</title>${more}${items}</channel></rss>`;

describe('readFeed', () => {
  it('reads RSS', async () => {
    const feed = await readFeed(
      rss(
        `<item><title>Tunnel &amp; quay 🚧</title><link>https://courier.example/tunnel</link><guid isPermaLink="false">7</guid>
         <pubDate>Mon, 02 Mar 2026 11:00:00 +0100</pubDate><description>&lt;p&gt;It leaked.&lt;/p&gt;</description>
         <content:encoded><![CDATA[<p>It leaked, she said.</p>]]></content:encoded></item>`,
        '<ttl>30</ttl>',
      ),
      address,
    );
    expect(feed).toEqual({
      title: 'The Courier',
      ttlMs: 1_800_000,
      entries: [
        {
          number: 1,
          key: '7',
          url: 'https://courier.example/tunnel',
          title: 'Tunnel & quay 🚧',
          date: '2026-03-02T10:00:00Z',
          summary: '<p>It leaked.</p>',
          content: '<p>It leaked, she said.</p>',
        },
      ],
    });
  });

  it('reads Atom, with its base and its kinds of links', async () => {
    const feed = await readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/news/"><title>H</title>
       <entry><title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title><link rel="self" href="x.xml"/><link rel="enclosure" href="v.mp4"/>
       <link rel="alternate" type="text/html" href="quay"/><id>urn:q</id><updated>2026-03-03T10:00:00Z</updated><published>2026-03-02</published>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>leaked</b>.</p></div></content></entry></feed>`,
      address,
    );
    expect(feed.entries[0]).toMatchObject({
      key: 'urn:q',
      url: 'https://herald.example/news/quay',
      title: 'A & B',
      date: '2026-03-02',
      content: '<p>It <b>leaked</b>.</p>',
    });
  });

  it('reads RDF', async () => {
    const feed = await readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="https://herald.example/"><title>H</title></channel>
       <item rdf:about="https://herald.example/quay"><title>Quay</title><link>https://herald.example/quay</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>`,
      address,
    );
    expect(feed.entries[0]).toMatchObject({ url: 'https://herald.example/quay', title: 'Quay', date: '2026-03-02' });
  });

  it('reads JSON Feed', async () => {
    const items = [
      {
        id: 1,
        url: 'https://herald.example/quay',
        title: 'Quay',
        content_text: 'A < B\n\nC',
        date_published: '2026-03-02T10:00:00Z',
      },
      7,
    ];
    const feed = await readFeed(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'H', items }),
      address,
    );
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      key: '1',
      date: '2026-03-02T10:00:00Z',
      content: '<p>A &lt; B</p>\n<p>C</p>',
    });
  });

  it.each([
    ['a relative link', '<item><link>/a</link></item>', 'https://courier.example/a'],
    ['a guid that is an address', '<item><guid>https://courier.example/g</guid></item>', 'https://courier.example/g'],
    ['a guid that says it is none', '<item><guid isPermaLink="false">https://courier.example/g</guid></item>', null],
    ['a link of another kind', '<item><link>javascript:alert(1)</link></item>', null],
    ['no link', '<item><title>T</title></item>', null],
  ])('finds the address of an entry with %s', async (_, item, url) => {
    expect((await readFeed(rss(item), address)).entries[0]!.url).toBe(url);
  });

  it.each([
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(100)}">`).join('')}]>${rss('<item><title>&j;</title><link>https://a.example/1</link></item>').slice(21)}`,
    ],
    [
      'an entity that reads a file',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>${rss('<item><title>&a;</title><link>https://a.example/1</link></item>').slice(21)}`,
    ],
  ])('does not expand %s', async (_, text) => {
    const start = performance.now();
    const feed = await readFeed(text, address).catch((error: unknown) => error);
    if (!(feed instanceof AccordingError)) expect(JSON.stringify(feed).length).toBeLessThan(5000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([
    ['a page', '<!doctype html><p>No feed</p>'],
    ['nothing', ''],
    ['prose', 'The tunnel leaked.'],
    ['a feed that is cut off', rss('<item><title>It').slice(0, -40)],
    ['tags without end', '<rss version="2.0"><channel><title>x' + '<'.repeat(300_000)],
    ['elements within each other', '<rss version="2.0"><channel>' + '<a>'.repeat(200_000)],
    ['another JSON', '{"version": 1}'],
  ])('says what it expected: %s', async (_, text) => {
    await expect(readFeed(text, address)).rejects.toMatchObject({
      code: 'feed-invalid',
      message: expect.stringMatching(/^Expected RSS/u),
    });
  });
});

describe('feedDate', () => {
  it.each([
    ['Mon, 02 Mar 2026 10:00:00 GMT', '2026-03-02T10:00:00Z'],
    ['Mon, 02 Mar 2026 10:00:00 EST', '2026-03-02T15:00:00Z'],
    ['02 Mar 2026 10:00:00', '2026-03-02T10:00:00'],
    ['2 March 2026', '2026-03-02'],
    ['2026-03-02T10:00:00.5+02:00', '2026-03-02T10:00:00.5+02:00'],
    ['2026-03', '2026-03'],
    ['2026-13-02', null],
    ['03/04/2026', null],
    ['yesterday', null],
    ['', null],
    [undefined, null],
  ])('reads “%s”', (raw, expected) => {
    expect(feedDate(raw)).toBe(expected);
  });
});
