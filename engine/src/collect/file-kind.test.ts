import { describe, expect, it } from 'vitest';
import { fileKind, type FileKind } from './file-kind.ts';

const shown = (kind: FileKind): string =>
  kind.kind === 'web' ? kind.format : kind.kind === 'unsupported' ? `no: ${kind.what}` : kind.kind;

describe('fileKind', () => {
  it.each<[string, string, string]>([
    ['a.html', '<!doctype html><p>Hi', 'report'],
    ['a.txt', 'Officials said so.\nhttps://x.example/a\n', 'report'],
    ['a.txt', '# wires\nhttps://x.example/a\n\nhttp://y.example/b?c=d\n', 'url-list'],
    ['a.txt', 'https://x.example/a', 'url-list'],
    ['list.urls', '', 'url-list'],
    ['a', 'Officials said so.', 'report'],
    ['a.xml', '<?xml version="1.0"?>\n<!-- a <feed> -->\n<rss version="2.0"><channel>', 'feed'],
    ['a.xml', '\uFEFF<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['feed', '<?xml version="1.0"?><rdf:RDF xmlns="x">', 'feed'],
    ['a.rss', 'anything', 'feed'],
    ['sitemap.xml', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', 'sitemap'],
    ['a.xml', '<!DOCTYPE sitemapindex [<!ENTITY a "b">]><sitemapindex>', 'sitemap'],
    ['a.xml', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body>', 'report'],
    ['a.xml', '<nitf>', 'no: XML that begins with <nitf>'],
    ['a.json', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed'],
    ['a.json', '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', 'feed'],
    ['a.json', '[{"text":"x"}]', 'json'],
    ['a', '{"text":"x"}\n{"text":"y"}', 'json'],
    ['a.JSONL', '{"text":"x"}', 'jsonl'],
    ['a.csv', 'a,b', 'csv'],
    ['a.csv', '%PDF-1.7 by a wrong name', 'report'],
    ['a.warc', 'WARC/1.0\r\n', 'warc'],
    ['news', 'WARC/1.1\r\n', 'warc'],
    ['a.constructor', 'Officials said so.', 'report'],
    ['BZhistory.txt', 'BZh is a village, officials said.', 'report'],
    ['a.rtf', '{\\rtf1 Hi}', 'no: rich text; save it as PDF or text'],
  ])('tells %s that begins with %j: %s', (name, text, expected) => {
    expect(shown(fileKind(name, Buffer.from(text)))).toBe(expected);
  });

  it.each<[string, number[], string]>([
    ['a.jsonl', [0x1f, 0x8b, 8], 'gzip'],
    ['CC-NEWS.warc.gz', [0x1f, 0x8b, 8], 'warc'],
    ['a.tgz', [0x1f, 0x8b, 8], 'no: a tar archive; unpack it and name its folder'],
    ['a', [0x50, 0x4b, 3, 4, 0, 0], 'zip'],
    ['a.docx', [0x50, 0x4b, 3, 4, 0, 0], 'no: a Word document; save it as PDF or text'],
    ['a.db', [...Buffer.from('SQLite format 3\0')], 'no: an SQLite database'],
    ['a.txt', [0x28, 0xb5, 0x2f, 0xfd], 'no: a Zstandard file; unpack it'],
  ])('tells %s by its bytes', (name, bytes, expected) => {
    expect(shown(fileKind(name, Uint8Array.from(bytes)))).toBe(expected);
  });

  it('is quick with a head of nothing but openings of comments', () => {
    const began = performance.now();
    fileKind('a.xml', Buffer.from('<!--'.repeat(2048)));
    fileKind('a.xml', Buffer.from('<'.repeat(8192)));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
