import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDocument, noMetadata } from './document.ts';

describe('createDocument', () => {
  it('takes the hash of the text in UTF-8 for its id', () => {
    const text = 'Grüße 🚧 مرحبا';
    const document = createDocument(text);
    expect(document.sha256).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
    expect(document.id).toBe(document.sha256);
  });

  it('keeps the id it is given, and the hash beside it', () => {
    const document = createDocument('It leaked.', { id: 'r-7' });
    expect(document.id).toBe('r-7');
    expect(document.sha256).toBe(createDocument('It leaked.').sha256);
  });

  it('keeps the text to the last character', () => {
    const text = '\ufeff  It leaked.\r\n\u0000e\u0301 ';
    expect(createDocument(text).text).toBe(text);
  });

  it('tells texts apart that look alike', () => {
    expect(createDocument('cafe\u0301').sha256).not.toBe(createDocument('caf\u00e9').sha256);
  });

  it('has null and empty lists for what is not known', () => {
    expect(createDocument('It leaked.')).toMatchObject({ ...noMetadata, dateline: null, diagnostics: [] });
  });

  it('keeps what is known', () => {
    const metadata = {
      url: 'https://courier.example/1',
      title: 'It leaked',
      publisher: 'Courier',
      date: '2026-03-04',
      authors: ['A. Okonjo'],
    };
    expect(createDocument('It leaked.', { metadata })).toMatchObject(metadata);
  });
});
