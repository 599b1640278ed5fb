import { describe, expect, it } from 'vitest';
import type { RawReport } from '../collect/index.ts';
import { factsOf } from './report-facts.ts';
import { ingestRaw } from './ingest-raw.ts';

const nothing = { id: null, url: null, title: null, publisher: null, date: null, dateOrigin: null };

const words = 'Mara Lind said the old bridge had leaked for years, and that nobody had looked. ';
const page = (head: string): RawReport => ({
  origin: 'a.html',
  body: {
    kind: 'html',
    html: `<html><head>${head}</head><body><article><p>${words.repeat(4)}</p></article></body></html>`,
  },
  known: nothing,
});
const jsonLd = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-02"}</script>';
const meta = '<meta property="article:published_time" content="2026-03-03">';
const text = (opening: string): RawReport => ({
  origin: 'a.txt',
  body: { kind: 'text', text: opening + words },
  known: nothing,
});

describe('where the date of a report came from', () => {
  it.each<[string, RawReport, string | null, string]>([
    ['JSON-LD', page(jsonLd + meta), '2026-03-02', 'json-ld'],
    ['a meta tag', page(meta), '2026-03-03', 'meta'],
    [
      'a meta tag, where the JSON-LD has none to be read',
      page(jsonLd.replace('2026-03-02', 'soon') + meta),
      '2026-03-03',
      'meta',
    ],
    ['nowhere', page(''), null, 'none'],
    ['a dateline with its year', text('PORT VARDO, March 3, 2026 (Reuters) — '), '2026-03-03', 'text'],
    ['a dateline without one', text('PORT VARDO, March 3 (Reuters) — '), null, 'none'],
    [
      'a feed',
      { ...page(jsonLd), known: { ...nothing, date: '2026-03-01', dateOrigin: 'feed' } },
      '2026-03-01',
      'feed',
    ],
    [
      'a record',
      { ...text(''), known: { ...nothing, date: '2026-03-01', dateOrigin: 'given' } },
      '2026-03-01',
      'given',
    ],
  ])('is kept: %s', async (_, report, date, dateOrigin) => {
    expect(factsOf(report, await ingestRaw(report))).toMatchObject({ date, dateOrigin });
  });
});
