import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { readRecord } from './read-record.ts';
import { maxTextLength } from './read-report.ts';

const first = 'The harbour tunnel will open two years later than planned, the transport ministry said on Tuesday.';
const html =
  '<title>Tunnel late</title><meta property="og:site_name" content="Lowland Herald"><meta name="date" content="2026-03-04">' +
  `<link rel="canonical" href="/tunnel"><article><h1>Tunnel late</h1><p>${first}</p><p>${first}</p></article>`;

async function failure(value: unknown): Promise<AccordingError> {
  const error: unknown = await readRecord(value).then(
    () => new Error('Expected an error, got a document'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccordingError)) throw error;
  return error;
}

describe('readRecord', () => {
  it('keeps text as it is, with what the record says of it', async () => {
    const record = {
      id: 'r-7',
      text: '\r\n 🚧 It leaked. \n',
      url: 'https://courier.example/a',
      title: 'Leak',
      publisher: 'Courier',
      date: '2026-03-04',
    };
    expect(await readRecord(record)).toMatchObject({ ...record, authors: [] });
  });

  it('takes a number for an id', async () => {
    expect((await readRecord({ id: 7, text: 'It leaked.' })).id).toBe('7');
  });

  it('takes the hash for an id where it has none', async () => {
    const document = await readRecord({ text: 'It leaked.', id: null });
    expect(document.id).toBe(document.sha256);
  });

  it('takes text before HTML', async () => {
    expect((await readRecord({ text: 'It leaked.', html })).text).toBe('It leaked.');
  });

  it('takes from the page what the record does not say', async () => {
    expect(
      await readRecord({ html, url: 'https://herald.example/found', publisher: 'The Herald', title: '' }),
    ).toMatchObject({
      text: `Tunnel late\n\n${first}\n\n${first}`,
      url: 'https://herald.example/found',
      title: 'Tunnel late',
      publisher: 'The Herald',
      date: '2026-03-04',
    });
  });

  it('reads a piece of a page', async () => {
    expect((await readRecord({ html: `<p>${first}</p><p>${first}</p>` })).text).toBe(`${first}\n\n${first}`);
  });

  it('passes over members that it does not know', async () => {
    expect((await readRecord({ text: 'It leaked.', spans: [1] })).text).toBe('It leaked.');
  });

  it.each([
    ['no object', 'It leaked.', 'Expected {"text"} or {"html"}, got a string'],
    ['null', null, 'Expected {"text"} or {"html"}, got null'],
    ['a list', [{ text: 'It leaked.' }], 'Expected {"text"} or {"html"}, got a list'],
    ['neither text nor HTML', { id: 1 }, 'Expected {"text"} or {"html"}, got an object with neither'],
    ['null for both', { text: null, html: null }, 'Expected {"text"} or {"html"}, got an object with neither'],
    ['a number for text', { text: 7 }, 'Expected a string at “text”, got a number'],
    ['an object for an id', { id: {}, text: 'It leaked.' }, 'Expected a string at “id”, got an object'],
    ['a list for a title', { text: 'It leaked.', title: ['x'] }, 'Expected a string at “title”, got a list'],
  ])('refuses %s', async (_, value, message) => {
    const error = await failure(value);
    expect([error.code, error.message]).toEqual(['document-invalid', message]);
  });

  it('names the member that is wrong', async () => {
    expect((await failure({ text: 'It leaked.', title: 7 })).message).toContain('“title”');
  });

  it('refuses text and pages of too great a length', async () => {
    expect((await failure({ text: 'x'.repeat(maxTextLength + 1) })).code).toBe('document-too-large');
    expect((await failure({ html: 'x'.repeat(10 * maxTextLength + 1) })).code).toBe('document-too-large');
  });

  it('refuses HTML without text', async () => {
    expect((await failure({ html: '<p></p>' })).code).toBe('text-missing');
  });
});
