import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { handMade, type ToldReport } from '../../test/hand-made.ts';
import { reportsAsHtml } from './report-html.ts';

/** What a browser would show of a page's text, without its script. */
function shown(html: string): string {
  return html
    .replace(/^[^]*<article>|<\/article>[^]*$/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The card of a statement. */
function card(html: string, id: string): string {
  return new RegExp(`<li[^>]* id="r${id}"[^]*?</li>(?=\n|</ol>)`, 'u').exec(html)![0];
}

const dispute =
  '[Ana](source 1) [said](cue 1) [it leaks](content 1). Rain fell. [Bo](source 2) [denied](cue 2) [it](content 2).';
const disputed: ToldReport = {
  statements: {
    1: { entity: 'e1', confidence: 0.42, addressee: 'Rain' },
    2: {
      stance: 'denies',
      distance: 'distancing',
      disputes: [1, 'Rain fell.'],
      reasons: [{ decision: 'stance', because: 'the cue “denied”', words: [] }],
    },
  },
  entities: { e1: { name: 'Ana', type: 'organisation', aliases: ['A.'], roles: ['fell'] } },
  ownVoice: ['Rain fell.'],
};

describe('reportsAsHtml', () => {
  it('marks every role with the statements that it belongs to, the innermost last', () => {
    const html = reportsAsHtml([
      handMade('[Ana](source 1) [said](cue 1) [[Piotr](source 2) [denied](cue 2) [it](content 2)](content 1).', {
        statements: { 2: { within: 1 } },
      }),
    ]);
    expect(html).toContain('<mark class="source" data-in="0-1-source">Ana</mark>');
    expect(html).toContain('<mark class="content cue" data-in="0-1-content 0-2-cue">denied</mark>');
    expect(html.match(/<li[^>]* data-of=/gu)).toHaveLength(2);
    expect(card(html, '0-2')).toContain('cited within <a href="#r0-1">1</a> Ana');
  });

  it('marks what the report says itself, the mentions of speakers, and what is disputed of the report’s own words', () => {
    const html = reportsAsHtml([handMade(dispute, disputed)]);
    expect(html).toContain('<span class="own" data-against="0-2">Rain </span>');
    expect(html).toContain('<span class="own" data-who="0-0" data-against="0-2">fell</span>');
    expect(html).toContain('data-who="0-0">Ana</mark>');
  });

  it('shows on a card who, what kind, how, how sure, what it disputes and why', () => {
    const html = reportsAsHtml([handMade(dispute, disputed)]);
    const [first, second] = [card(html, '0-1'), card(html, '0-2')];
    expect(first).toContain('<span class="name">Ana</span>');
    expect(first).toContain('>organisation</span>');
    expect(first).toContain('42 % ?');
    expect(first).toContain('to Rain');
    expect(first).not.toContain('>asserts<');
    expect(first).toContain('disputed by <a href="#r0-2">2</a> Bo');
    expect(second).toContain('>denies</span>');
    expect(second).toContain('>distancing</span>');
    expect(second).toContain('disputes <a href="#r0-1">1</a> Ana · the report’s own words “Rain fell.”');
    expect(second).toContain('<details><summary>why</summary><ul><li><b>stance denies</b>: the cue “denied”</li></ul>');
  });

  it('lists the speakers with how much they say, and what the report calls them', () => {
    const html = reportsAsHtml([handMade(dispute, disputed)]);
    expect([...html.matchAll(/data-choose="([^"]*)"/gu)].map((match) => match[1])).toEqual(['0-0', '0-1']);
    expect(html).toContain('<span class="name">Ana</span> <b>1</b>');
    expect(html).toContain('<span class="known">fell · also: A.</span>');
  });

  it('gives the text as it is, whatever it holds', () => {
    const hostile = `</p><script>alert('1')</script> & "it" <img src=x onerror=y>`;
    const html = reportsAsHtml([handMade(`Tunnel late\n\n[Ana](source) [said](cue) [${hostile}](content).`)]);
    expect(shown(html)).toBe(`Ana said ${hostile}.`);
  });

  it('escapes every value of a report and of what was made of it', () => {
    const evil = '"><img src=x onerror=y>\'&';
    const html = reportsAsHtml([
      handMade(`[${evil}](source 1) [${evil}](cue 1) [${evil}](content 1) ${evil}. [Bo](source 2) [spoke](cue 2).`, {
        statements: {
          1: {
            entity: evil,
            disputes: [2, evil],
            addressee: evil,
            time: [evil, evil],
            place: evil,
            occasion: evil,
            reasons: [
              { decision: 'speaker', because: evil, words: [] },
              { decision: 'said', because: evil, words: [] },
              { decision: 'disputes', because: evil, words: [] },
            ],
          },
          2: { speaker: evil },
        },
        entities: { [evil]: { name: evil, aliases: [evil], roles: [evil] } },
        ownVoice: [evil],
        metadata: { title: evil, publisher: evil, date: evil, authors: [evil], url: 'javascript:alert(1)' },
        document: { diagnostics: [{ code: 'not-english', message: evil, span: { start: 0, end: 10 } }] },
      }),
    ]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('javascript:');
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=y&gt;&#39;&amp;');
  });

  it('lets nothing be loaded, and no script run but its own', () => {
    const html = reportsAsHtml([handMade(dispute, disputed)]);
    const script = /<script>([^]*)<\/script>/u.exec(html)![1]!;
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
    expect(html).not.toMatch(/\b(?:src|action|data)\s*=\s*["']|@import|url\(/u);
  });

  it('links to the page that a report was on, and besides to places of its own that are there', () => {
    const told = { ...disputed, metadata: { url: 'https://courier.example/?a="1"&b=2' } };
    const html = reportsAsHtml([handMade(dispute, told)]);
    const links = [...html.matchAll(/href="([^"]*)"/gu)].map((match) => match[1]!);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual(['https://courier.example/?a=&quot;1&quot;&amp;b=2']);
    for (const link of links.filter((other) => other.startsWith('#'))) expect(html).toContain(`id="${link.slice(1)}"`);
  });

  it.each([
    { name: 'its title where that opens the text', text: 'Tunnel late\n\nRain fell.', title: 'Tunnel late' },
    { name: 'a short first line where no title is known', text: 'Tunnel late\n\nRain fell.', title: null },
  ])('shows a headline once: $name', ({ text, title }) => {
    const html = reportsAsHtml([handMade(text, { metadata: { title } })]);
    expect(html).toContain('<h1>Tunnel late</h1>');
    expect(html).toContain('<article><p>Rain fell.</p></article>');
  });

  it('keeps the statements of several reports apart, and says what each made difficult', () => {
    const report = handMade('[Ana](source) [said](cue) [so](content).', {
      document: {
        diagnostics: [{ code: 'unclosed-quotation', message: 'Expected a mark', span: { start: 0, end: 4 } }],
      },
    });
    const html = reportsAsHtml([report, report]);
    expect(html).toContain('data-of="0-1"');
    expect(html).toContain('data-of="1-1"');
    expect(html).toContain('<title>2 reports');
    expect(html.match(/<li>Expected a mark: “Ana/gu)).toHaveLength(2);
  });
});
