import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';

const folder = new URL('../../../fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/source.html`, folder)));

/** A document in the form of `expected.json`: what readers see of it, with the dateline in words. */
async function read(name: string): Promise<Record<string, unknown>> {
  const document = await readReport(readFileSync(new URL(`${name}/source.html`, folder)));
  const { url, title, publisher, date, authors, dateline, text, diagnostics } = document;
  const words = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  return {
    url,
    title,
    publisher,
    date,
    authors,
    dateline: dateline && {
      span: words(dateline.span),
      place: words(dateline.place),
      agency: words(dateline.agency),
      date: words(dateline.date),
    },
    diagnostics: diagnostics.map(({ code, span }) => ({ code, words: words(span) })),
    paragraphs: text.split('\n\n'),
  };
}

describe('the pages in fixtures/', () => {
  it('are found', () => {
    expect(names.length).toBeGreaterThanOrEqual(7);
  });

  it.each(names)('read as expected: %s', async (name) => {
    const actual = await read(name);
    const file = new URL(`${name}/expected.json`, folder);
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it.each(names)('have their headline once, as the first paragraph: %s', async (name) => {
    const { title, paragraphs } = (await read(name)) as { title: string; paragraphs: string[] };
    if (name === 'no-article') return;
    expect(paragraphs[0]).toBe(title);
    expect(paragraphs.filter((paragraph) => paragraph === title)).toHaveLength(1);
  });
});
