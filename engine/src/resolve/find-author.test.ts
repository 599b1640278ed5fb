import { describe, expect, it } from 'vitest';
import { createDocument, noMetadata } from '../document/index.ts';
import { Authorship } from './find-author.ts';

/** The author of what stands at a word of a text. */
function author(text: string, at: string, authors: readonly string[] = []): string | null {
  const name = new Authorship(createDocument(text, { metadata: { ...noMetadata, authors } })).at(text.indexOf(at));
  return name && text.slice(name.start, name.end);
}

const filler = 'It rained all day.\n'.repeat(8);

describe('Authorship', () => {
  it.each([
    ['a byline', `A bridge\nBy Ana Rao\nI saw it.\n${filler}`, 'Ana Rao'],
    ['a byline in capitals', `BY Ana Rao\nI saw it.\n${filler}`, 'Ana Rao'],
    ['a byline with more in it', `By Ana de Rao in Varo\nI saw it.\n${filler}`, 'Ana de Rao'],
    ['a note at the end', `I saw it.\n${filler}Ana Rao teaches baking in Varo.`, 'Ana Rao'],
    ['a note before the end', `I saw it.\n${filler}Ana Rao, a baker, lives in Varo.\nAll rights reserved.`, 'Ana Rao'],
    ['nothing', `I saw it.\n${filler}`, null],
    ['a byline too far down', `I saw it.\n${filler}By Ana Rao\n${filler}`, null],
    ['a long line that begins like a byline', `By Ana Rao ${'and many others '.repeat(8)}\nI saw it.\n${filler}`, null],
    ['one name alone in a line', `I saw it.\n${filler}Ana Rao\n${filler}`, null],
    ['a note in the middle', `I saw it.\n${filler}Ana Rao is a baker.\n${filler}`, null],
  ])('is told by %s', (_, text, expected) => {
    expect(author(text, 'I saw')).toBe(expected);
  });

  it('is rather whom the page names, where the text names them too', () => {
    const text = `By Ana Rao\nI saw it.\n${filler}With Jonas Keel`;
    expect(author(text, 'I saw', ['Jonas Keel'])).toBe('Jonas Keel');
    expect(author(text, 'I saw', ['Mara Lind'])).toBe('Ana Rao');
  });

  it('of a letter is who signs it, with or without a dash', () => {
    const text = 'I saw it.\nAna Rao\nI heard it.\n— Jonas Keel\nI wrote it.';
    expect(['I saw', 'I heard', 'I wrote'].map((at) => author(text, at))).toEqual(['Ana Rao', 'Jonas Keel', null]);
  });

  it.each(['A ', 'Aa Bb\n', 'By Aa ', '“', '\n', "A'", '- '])('stands a text of nothing but %j', (unit) => {
    const text = unit.repeat(300_000 / unit.length);
    const started = performance.now();
    const authorship = new Authorship(createDocument(text));
    for (let at = 0; at < text.length; at += 10) authorship.at(at);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
