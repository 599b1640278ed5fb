import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { readHtml } from './read-html.ts';

const first = 'The harbour tunnel will open two years later than planned, the transport ministry said on Tuesday.';
const second = '“We found 14 cracks,” said Ana Okonjo, the minister, who blamed the ground water and the contractor.';
const story = `<p>${first}</p><p>${second}</p>`;
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const paragraphs = (html: string): string[] => readHtml(html).text.split('\n\n');

describe('readHtml', () => {
  it.each([
    [
      'h1 that equals the title',
      page('<title>Tunnel late</title>', `<article><h1>Tunnel late</h1>${story}</article>`),
      'Tunnel late',
    ],
    [
      'h1 with other signs',
      page('<title>Tunnel ‘late’</title>', `<article><h1>Tunnel 'late'</h1>${story}</article>`),
      null,
    ],
    [
      'h1 outside the article',
      page('<title>Tunnel late</title>', `<header><h1>Tunnel late</h1></header><article>${story}</article>`),
      'Tunnel late',
    ],
    ['no h1', page('<title>Tunnel late</title>', `<article>${story}</article>`), 'Tunnel late'],
    [
      'h2 for a headline',
      page('<title>Tunnel late</title>', `<article><h2>Tunnel late</h2>${story}</article>`),
      'Tunnel late',
    ],
    [
      'section above',
      page('<title>Tunnel late</title>', `<article><p>Transport</p><h1>Tunnel late</h1>${story}</article>`),
      'Tunnel late',
    ],
    [
      'byline above',
      page('<title>Tunnel late</title>', `<article><p>By Ruth Obi</p><h1>Tunnel late</h1>${story}</article>`),
      'Tunnel late',
    ],
    ['no title at all', page('', `<article><h1>Tunnel late</h1>${story}</article>`), 'Tunnel late'],
  ])('gives the headline once, before everything else: %s', (_, html, headline) => {
    const [top, ...rest] = paragraphs(html);
    expect(top!.toLowerCase().replace(/\W/gu, '')).toBe('tunnellate');
    if (headline !== null) expect(top).toBe(headline);
    expect(rest).toEqual([first, second]);
  });

  it('keeps what stands between headline and report', () => {
    const html = page(
      '<title>Tunnel late</title>',
      `<article><h1>Tunnel late</h1><p>Minister blames the ground water.</p>${story}</article>`,
    );
    expect(paragraphs(html)).toEqual(['Tunnel late', 'Minister blames the ground water.', first, second]);
  });

  it.each([
    ['no html, head or body', `<title>Tunnel late</title><h1>Tunnel late</h1>${story}`],
    [
      'upper-case tags',
      `<HTML><HEAD><TITLE>Tunnel late</TITLE></HEAD><BODY><H1>Tunnel late</H1><P>${first}</P><P>${second}</P></BODY></HTML>`,
    ],
    ['paragraphs left open', page('<title>Tunnel late</title>', `<h1>Tunnel late</h1><p>${first}<p>${second}`)],
    [
      'all of it in a form',
      page('<title>Tunnel late</title>', `<form action="x"><div><h1>Tunnel late</h1>${story}</div></form>`),
    ],
    [
      'text behind the end',
      `${page('<title>Tunnel late</title>', `<h1>Tunnel late</h1><p>${first}</p>`)}<p>${second}</p>`,
    ],
  ])('loses no paragraph of a page with %s', (_, html) => {
    expect(paragraphs(html)).toEqual(['Tunnel late', first, second]);
  });

  it('keeps a name that stands as a paragraph further down', () => {
    const body = `${`<p>${first}</p>`.repeat(9)}<p>Ruth Obi</p><p>${second}</p>`;
    expect(paragraphs(page('<meta name="author" content="Ruth Obi">', `<article>${body}</article>`))).toContain(
      'Ruth Obi',
    );
  });

  it('reads all of a page that has no article, and says so', () => {
    const document = readHtml(
      page('<title>Not found</title>', '<nav>Home</nav><h1>Not found</h1><p>It is not here.</p>'),
    );
    expect(document.text).toBe('Not found\n\nIt is not here.');
    expect(document.diagnostics.map(({ code }) => code)).toContain('no-article');
  });

  it.each([
    ['no element', '<!-- x -->'],
    ['empty elements', page('', '<p> </p>')],
    ['a title alone', page('<title>x</title>', '')],
    ['scripts alone', page('', '<script>run()</script>')],
    ['nothing', ''],
  ])('refuses a page without text: %s', (_, html) => {
    expect(() => readHtml(html)).toThrow(expect.objectContaining({ code: 'text-missing' }) as AccordingError);
  });

  it('reports a date that it cannot read', () => {
    const { date, diagnostics } = readHtml(page('<meta name="date" content="some day">', story));
    expect(date).toBeNull();
    expect(diagnostics).toContainEqual({
      code: 'date-unreadable',
      message: 'Expected a date, got “some day”',
      span: null,
    });
  });

  it('has dateline and diagnostics point into its text, behind emoji and right-to-left text', () => {
    const body = `<h1>🚧 تأخر النفق</h1><p>PORT VARDO (Meridian) — ${first}</p><p>“Never 👷🏽‍♀️ again, said Okonjo e\u0301.</p><p>${second}</p>`;
    const { text, dateline, diagnostics } = readHtml(
      page('<title>🚧 تأخر النفق</title>', `<article>${body}</article>`),
    );
    expect(text.slice(dateline!.place.start, dateline!.place.end)).toBe('PORT VARDO');
    const unclosed = diagnostics.find(({ code }) => code === 'unclosed-quotation');
    // “Never … is followed by a quotation that opens the next paragraph, as newspapers print it.
    expect(unclosed).toBeUndefined();
    const other = readHtml(
      page(
        '<title>🚧</title>',
        `<article><p>${first}</p><p>“Never 👷🏽‍♀️ again, said Okonjo e\u0301.</p><p>${first}</p></article>`,
      ),
    );
    const { span } = other.diagnostics.find(({ code }) => code === 'unclosed-quotation')!;
    expect(other.text.slice(span!.start, span!.end)).toBe('“Never 👷🏽‍♀️ again, said Okonjo e\u0301.');
  });

  it('reads pages of any depth in bounded time', () => {
    const document = readHtml(`${'<div>'.repeat(2000)}${story}`);
    expect(document.text).toContain(first);
  });

  it('takes its id and address from the caller where it is given them', () => {
    expect(readHtml(story, { id: 'r-7', url: 'https://courier.example/a' })).toMatchObject({
      id: 'r-7',
      url: 'https://courier.example/a',
    });
  });
});
