import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { checkLength, maxTextLength, readReport } from './read-report.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failure(bytes: Uint8Array): Promise<AccordingError> {
  const error: unknown = await readReport(bytes).then(
    () => new Error('Expected an error, got a document'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccordingError)) throw error;
  return error;
}

describe('readReport', () => {
  it('reads plain text, and notes its address', async () => {
    const document = await readReport(utf8('🚧 It leaked.\r\n'), { url: 'https://courier.example/a.txt' });
    expect(document).toMatchObject({ text: '🚧 It leaked.\r\n', url: 'https://courier.example/a.txt' });
  });

  it('reads a page by the charset that the server names', async () => {
    const bytes = Buffer.from('<p>Caf\xe9 owners said so on Monday.</p>', 'latin1');
    const document = await readReport(bytes, {
      contentType: 'text/html; charset=windows-1252',
      url: 'https://x.example/a',
    });
    expect(document).toMatchObject({ text: 'Café owners said so on Monday.', url: 'https://x.example/a' });
  });

  it('tells a format by content and not by what the server says', async () => {
    const document = await readReport(utf8('<p>The tunnel leaked.</p>'), { contentType: 'text/plain' });
    expect(document.text).toBe('The tunnel leaked.');
  });

  it('keeps what had to be guessed beside what is odd about the text', async () => {
    const text = await readReport(Buffer.from('\x931\x94', 'latin1'));
    expect(text.diagnostics.map(({ code }) => code)).toEqual(['charset-guessed', 'no-letters']);
    const page = await readReport(Buffer.from('<p>Caf\xe9</p>', 'latin1'));
    expect(page.diagnostics.map(({ code }) => code)).toEqual(['charset-guessed', 'no-article']);
  });

  it('drops a byte-order mark', async () => {
    expect((await readReport(utf8('\ufeffIt leaked.'))).text).toBe('It leaked.');
    expect((await readReport(Buffer.from('\ufeffIt leaked.', 'utf16le'))).text).toBe('It leaked.');
  });

  it.each([
    ['nothing', utf8(''), 'empty-input', 'got nothing at all'],
    ['white space', utf8(' \n\t '), 'empty-input', 'got white space alone'],
    ['a byte-order mark alone', utf8('\ufeff'), 'empty-input', 'got white space alone'],
    ['binary data', Uint8Array.of(0x89, 0x50, 0, 1, 2, 3), 'binary-input', 'got 6 bytes of binary data'],
    ['a page without text', utf8('<html><body></body></html>'), 'text-missing', 'got one without any'],
    ['a damaged PDF', utf8('%PDF-1.4\n'), 'pdf-unreadable', 'got a damaged one'],
    [
      'an encrypted PDF',
      readFileSync(new URL('../../../fixtures/encrypted.pdf', import.meta.url)),
      'pdf-encrypted',
      'got an encrypted one',
    ],
    [
      '50 MB of text',
      Buffer.alloc(50_000_000, 'It leaked. '),
      'document-too-large',
      'Expected at most 1,000,000 characters in one report, got 50,000,000',
    ],
    [
      'a page of 11 MB',
      Buffer.concat([utf8('<html>'), Buffer.alloc(11_000_000, 'It leaked. ')]),
      'document-too-large',
      'Expected at most 10,000,000 characters',
    ],
  ] as [string, Uint8Array, string, string][])(
    'says what it expected and what came: %s',
    async (_, bytes, code, words) => {
      const error = await failure(bytes);
      expect(error.code).toBe(code);
      expect(error.message).toMatch(/^Expected /u);
      expect(error.message).toContain(words);
    },
  );
});

describe('checkLength', () => {
  it('accepts the greatest length and nothing above', () => {
    expect(() => checkLength('x'.repeat(maxTextLength))).not.toThrow();
    expect(() => checkLength('xxx', 2)).toThrow(AccordingError);
  });
});
