import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, own, second } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { recordsAsHtml } from './records-html.ts';

const when = new Date('2026-05-04T10:00:00Z');

async function htmlOf(records: readonly LedgerRecord[], query?: string): Promise<string> {
  return String(await bytesOf(recordsAsHtml(streamOf(records), { query, when })));
}

/** The page as a browser has it; linkedom's types know nothing of Node. */
function pageOf(html: string): {
  readonly querySelectorAll: (
    selector: string,
  ) => Iterable<{ textContent: string; outerHTML: string; getAttribute(name: string): string | null }>;
} {
  return parseHTML(html).document as never;
}

function textsOf(html: string, selector: string): string[] {
  return [...pageOf(html).querySelectorAll(selector)].map(({ textContent }) => textContent);
}

describe('recordsAsHtml', () => {
  it('shows each sentence as it is, with the words of its roles marked', async () => {
    const html = await htmlOf(exported.records);
    expect(textsOf(html, 'blockquote')).toEqual([
      ...[first, second].map(({ sentence }) => sentence.text),
      own.span.text,
      nobody.sentence.text,
    ]);
    expect(textsOf(html, 'li:first-child mark.content')).toEqual([
      'As the 🌧️ fell',
      'we, the so-called\n\nexperts, waited',
      'that -5 degrees are “fine”',
    ]);
    expect(textsOf(html, 'mark.source').slice(1)).toEqual(['Zoë\u0308 Okonjo', 'وزارة النقل']);
  });

  it('says who says it and how, when and where, who disputes it, and where it stands in which text', async () => {
    const [statement, denial, voice, understood] = textsOf(await htmlOf(exported.records), 'li');
    expect(statement).toContain('Zoë\u0308 Okonjo · person · asserts · neutral · direct · confidence');
    expect(statement).toContain('when: on Tuesday (2026-03-03) · where: in Brim');
    expect(statement).toContain(`disputed by وزارة النقل (${second.id})`);
    expect(statement).toContain(`source ${first.source[0]!.start}–${first.source[0]!.end} · cue`);
    expect(denial).toContain('government · denies · distancing · indirect');
    expect(denial).toContain(`disputes Zoë\u0308 Okonjo (${first.id})`);
    expect(voice).toContain('The report itself · own voice');
    expect(understood).toContain('nobody named · none · believes');
    expect(textsOf(await htmlOf(exported.records), '.hash')).toEqual([
      `SHA-256 ${first.report.sha256}`,
      `SHA-256 ${nobody.report.sha256}`,
    ]);
  });

  it('links to the words on the page, and within the page only to what is there', async () => {
    const html = await htmlOf(exported.records);
    const links = [...pageOf(html).querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    const ids = [...pageOf(html).querySelectorAll('[id]')].map((element) => element.getAttribute('id'));
    for (const link of links.filter((other) => other.startsWith('#'))) expect(ids).toContain(link.slice(1));
    expect(links).toContain('https://courier.example/tunnel?a=1&b=2');
    expect(links).toContain(
      'https://courier.example/tunnel?a=1&b=2#:~:text=Rain%20fell%20on%20%F0%9F%8F%B3%EF%B8%8F%E2%80%8D%F0%9F%8C%88%20flags',
    );
  });

  it('says at its foot what was exported', async () => {
    const [foot] = textsOf(await htmlOf(exported.records, 'stance:denies'), 'footer');
    expect(foot).toContain('3 statements and 1 clauses in the reports’ own voice, from 2 reports');
    expect(foot).toContain('query: stance:denies');
    expect(foot).toContain(`read by: ${first.model.name} ${first.model.version}`);
    expect(foot).toContain('exported: 2026-05-04T10:00:00.000Z');
    expect(textsOf(await htmlOf([]), 'footer')[0]).toContain('query: none, everything');
  });

  it('escapes every value, whatever it is', async () => {
    const evil = '"><img src=x onerror=y>\'&</style></title><script>z</script>';
    const span = { start: 0, end: evil.length };
    const report = {
      id: evil,
      url: evil,
      title: evil,
      publisher: evil,
      date: evil,
      dateOrigin: evil as never,
      sha256: evil,
    };
    const model = { name: evil, version: evil };
    const statement = changed(
      first,
      {
        id: evil,
        model,
        source: [span],
        cue: [],
        content: [],
        words: { source: evil, cue: evil, content: evil },
        sentence: { ...span, text: evil },
        speaker: evil,
        entity: { id: evil, name: `${evil}2`, type: evil },
        sourceType: evil as never,
        stance: evil as never,
        distance: evil as never,
        quotation: evil as never,
        disputes: [evil, `${evil}3`],
        disputedBy: [evil],
        addressee: evil,
        said: { time: { span, date: evil }, place: span, occasion: span },
      },
      report,
    );
    const clause: LedgerRecord = { ...own, id: evil, model, report: statement.report, span: { ...span, text: evil } };
    const html = await htmlOf([statement, clause, changed(statement, {}, { url: `https://x.example/${evil}` })], evil);
    for (const tag of ['<img', '<script', 'onerror=y>']) expect(html).not.toContain(tag);
    expect(html.match(/<style|<\/style|<title|<\/title/gu)).toHaveLength(4);
    expect(textsOf(html, 'blockquote')).toEqual([evil, evil, evil]);
    expect([...pageOf(html).querySelectorAll('img, script, link, iframe')]).toEqual([]);
  });

  it('has no script and loads nothing', async () => {
    const html = await htmlOf(exported.records);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    expect(html).not.toMatch(/\b(?:src|action|data)\s*=\s*["']|@import|url\(|<script/u);
  });
});
