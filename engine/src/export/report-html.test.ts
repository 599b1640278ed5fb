import { describe, expect, it } from 'vitest';
import { annotate, numberAttributions, type ExtractedDocument } from '../attribution/index.ts';
import { createDocument, noMetadata, type Metadata } from '../document/index.ts';
import { reportsAsHtml } from './report-html.ts';

function extracted(notation: string, metadata: Partial<Metadata> = {}): ExtractedDocument {
  const { text, attributions } = annotate(notation);
  return {
    document: createDocument(text, {
      metadata: { ...noMetadata, ...metadata },
      diagnostics: [{ code: 'unclosed-quotation', message: 'Expected a mark', span: { start: 0, end: 4 } }],
    }),
    attributions: numberAttributions(attributions),
    model: { name: 'none', version: '0' },
  };
}

/** What a browser would show of a page's body, without its script. */
function shown(html: string): string {
  return html
    .replace(/^[^]*<\/header>|<script>[^]*$/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('reportsAsHtml', () => {
  it('marks every role with the attributions that it belongs to, overlapping ones too', () => {
    const html = reportsAsHtml([
      extracted('[Ana](source 1) [said](cue 1) [[Piotr](source 2) [denied](cue 2) [it](content 2)](content 1).'),
    ]);
    expect(html).toContain('<mark class="source" data-in="0-1">Ana</mark>');
    expect(html).toContain('<mark class="content cue" data-in="0-1 0-2">denied</mark>');
    expect(html.match(/<li tabindex="0"/gu)).toHaveLength(2);
    expect(html).toContain('<h2>2 attributions</h2>');
  });

  it('gives the text as it is, whatever it holds, and markup of a report stays text', () => {
    const hostile = `</p><script>alert('1')</script> & "it" <img src=x onerror=y>`;
    const text = `Tunnel late\n\n[Ana](source) [said](cue) [${hostile}](content).`;
    const html = reportsAsHtml([
      extracted(text, {
        title: `<b>"Late"</b>`,
        publisher: '<i>',
        authors: ['<u>'],
        url: 'javascript:alert(1)',
      }),
    ]);
    expect(shown(html)).toContain(`Ana said ${hostile}.`);
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|b|u)\b|href=/u);
  });

  it('links to the page that a report was on, and to nothing else', () => {
    const html = reportsAsHtml([extracted('Rain fell.', { url: 'https://courier.example/?a="1"&b=2' })]);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map((match) => match[1])).toEqual([
      'https://courier.example/?a=&quot;1&quot;&amp;b=2',
    ]);
  });

  it.each([
    { name: 'its title where that opens the text', text: 'Tunnel late\n\nRain fell.', title: 'Tunnel late' },
    { name: 'a short first line where no title is known', text: 'Tunnel late\n\nRain fell.', title: null },
  ])('shows a headline once: $name', ({ text, title }) => {
    const html = reportsAsHtml([extracted(text, { title })]);
    expect(html).toContain('<h1>Tunnel late</h1>');
    expect(html).toContain('<article><p>Rain fell.</p></article>');
  });

  it('keeps the attributions of several reports apart, and says what each made difficult', () => {
    const report = extracted('[Ana](source) [said](cue) [so](content).');
    const html = reportsAsHtml([report, report]);
    expect(html).toContain('data-of="0-1"');
    expect(html).toContain('data-of="1-1"');
    expect(html).toContain('<title>2 reports');
    expect(html.match(/<li>Expected a mark: “Ana/gu)).toHaveLength(2);
  });
});
