import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, second, textAt } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { recordsAsWebAnnotation, recordsAsWebAnnotationLines } from './web-annotation.ts';

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly body: readonly { readonly [key: string]: string }[];
  readonly target: readonly {
    readonly source: string;
    readonly state?: { readonly type: string; readonly cached: string };
    readonly selector: readonly [Selector, Selector];
    readonly [key: string]: unknown;
  }[];
}

interface Collection {
  readonly [key: string]: unknown;
  readonly first: { readonly [key: string]: unknown; readonly items: readonly Annotation[] };
}

const when = new Date('2026-05-04T10:00:00Z');

async function collectionOf(records: readonly LedgerRecord[]): Promise<Collection> {
  const options = { textOf: exported.textOf, when, query: 'tunnel' };
  return JSON.parse(String(await bytesOf(recordsAsWebAnnotation(streamOf(records), options)))) as Collection;
}

describe('recordsAsWebAnnotation', () => {
  it('finds the words of every role by code points, and by what stands around them', async () => {
    const { items } = (await collectionOf(exported.records)).first;
    expect(items).toHaveLength(4);
    for (const [index, { target }] of items.entries()) {
      const text = await textAt(exported.records[index]!);
      const codePoints = [...text];
      expect(target.length).toBeGreaterThan(0);
      for (const { selector } of target) {
        const [position, quote] = selector;
        expect(position.type).toBe('TextPositionSelector');
        expect(codePoints.slice(position.start, position.end).join('')).toBe(quote.exact);
        const around = `${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`;
        expect(text).toContain(around);
        expect(around.isWellFormed()).toBe(true);
      }
    }
    const words = items.map(({ target }) => target.map((found) => [found['according:role'], found.selector[1].exact]));
    expect(words[0]).toEqual([
      ['source', 'Zoë\u0308 Okonjo'],
      ['cue', 'said'],
      ['content', 'As the 🌧️ fell'],
      ['content', 'we, the so-called\n\nexperts, waited'],
    ]);
    expect(words[2]).toEqual([['own-voice', 'Rain fell on 🏳️‍🌈 flags']]);
  });

  it('says which text of which page a position refers to', async () => {
    const { items } = (await collectionOf([first, nobody])).first;
    expect(items[0]!.target[0]).toMatchObject({
      source: 'https://courier.example/tunnel?a=1&b=2',
      state: { type: 'TimeState', cached: `urn:according:text:${first.report.sha256}` },
      'according:sha256': first.report.sha256,
    });
    expect(items[1]!.target[0]!.source).toBe(`urn:according:text:${nobody.report.sha256}`);
    expect(items[1]!.target[0]!.state).toBeUndefined();
  });

  it('is a collection as the W3C has it, with a page that says what it is part of', async () => {
    const { first: page, ...collection } = await collectionOf(exported.records);
    expect(collection).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { according: 'urn:according:' }],
      id: 'urn:according:export:2026-05-04T10%3A00%3A00.000Z',
      type: 'AnnotationCollection',
      label: 'tunnel',
      last: page['id'],
      total: 4,
    });
    expect(page).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
    for (const annotation of page.items) {
      expect(annotation).toMatchObject({ type: 'Annotation', motivation: 'classifying' });
      expect(URL.canParse(annotation.id)).toBe(true);
      expect(annotation.body.every(({ type }) => ['TextualBody', 'SpecificResource'].includes(type!))).toBe(true);
    }
    expect(await collectionOf([])).toMatchObject({ total: 0, first: { items: [] } });
  });

  it('says whose word it is, and links to what it disputes', async () => {
    const { items } = (await collectionOf([first, second])).first;
    expect(items[0]!.body[0]).toEqual({
      type: 'TextualBody',
      purpose: 'identifying',
      format: 'text/plain',
      value: 'Zoë\u0308 Okonjo',
      'according:key': 'speaker',
    });
    const [disputes, disputedBy] = [items[1]!.body.at(-1)!, items[0]!.body.at(-1)!];
    expect(disputes).toMatchObject({ 'according:relation': 'disputes', source: items[0]!.id });
    expect(disputedBy).toMatchObject({ 'according:relation': 'disputedBy', source: items[1]!.id });
  });

  it('takes no address for a page that is none', async () => {
    const { items } = (await collectionOf([changed(first, {}, { url: 'javascript:alert(1)' })])).first;
    expect(items[0]!.target[0]!.source).toBe(`urn:according:text:${first.report.sha256}`);
  });
});

describe('recordsAsWebAnnotationLines', () => {
  it('gives the same annotations, each a document of its own', async () => {
    const lines = String(await bytesOf(recordsAsWebAnnotationLines(streamOf(exported.records), exported)))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Annotation & { '@context': unknown });
    const { first: page, '@context': context } = await collectionOf(exported.records);
    expect(lines).toEqual(page.items.map((annotation) => ({ '@context': context, ...annotation })));
  });
});
