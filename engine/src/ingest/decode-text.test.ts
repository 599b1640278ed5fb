import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])));
const swapped = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

describe('decodeText', () => {
  it.each([
    ['UTF-8 without any name', utf8('Café “so” 🚧 مرحبا e\u0301'), {}, 'Café “so” 🚧 مرحبا e\u0301', 'utf-8'],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 'Caf', 0xc3, 0xa9), {}, 'Café', 'utf-8'],
    ['UTF-16, low byte first', bytes(0xff, 0xfe, 'C\0a\0', 0x3d, 0xd8, 0xa7, 0xde), {}, 'Ca🚧', 'utf-16le'],
    ['UTF-16, high byte first', Buffer.concat([bytes(0xfe, 0xff), swapped('Café')]), {}, 'Café', 'utf-16be'],
    [
      'mark before header',
      bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9),
      { contentType: 'text/plain; charset=koi8-r' },
      'é',
      'utf-8',
    ],
    ['header', bytes('Caf', 0xe9), { contentType: 'text/plain; charset=ISO-8859-1' }, 'Café', 'windows-1252'],
    [
      'header in quotation marks',
      bytes(0xe9),
      { contentType: 'text/html; Charset="latin1"; x=y' },
      'é',
      'windows-1252',
    ],
    [
      'quotation marks of windows-1252',
      bytes(0x93, 'so', 0x94, 0x80),
      { contentType: 'a/b; charset=windows-1252' },
      '“so”€',
      'windows-1252',
    ],
    [
      'header before meta',
      bytes('<meta charset="koi8-r">', 0xe9),
      { contentType: 'text/html; charset=latin1', html: true },
      '<meta charset="koi8-r">é',
      'windows-1252',
    ],
    [
      'meta',
      bytes('<meta charset=windows-1251>', 0xe9),
      { html: true },
      '<meta charset=windows-1251>й',
      'windows-1251',
    ],
    [
      'meta with http-equiv',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', 0x82, 0xa0),
      { html: true },
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">あ',
      'shift_jis',
    ],
    [
      'meta that says UTF-16 in ASCII',
      utf8('<meta charset="utf-16">é'),
      { html: true },
      '<meta charset="utf-16">é',
      'utf-8',
    ],
    [
      'meta in plain text, which counts for nothing',
      utf8('<meta charset="koi8-r">é'),
      {},
      '<meta charset="koi8-r">é',
      'utf-8',
    ],
    ['unknown name in the header', utf8('Café'), { contentType: 'text/html; charset=x-foo' }, 'Café', 'utf-8'],
    [
      'unknown name in the header, known one in meta',
      bytes('<meta charset=latin1>', 0xe9),
      { contentType: 'a/b; charset=x-foo', html: true },
      '<meta charset=latin1>é',
      'windows-1252',
    ],
    ['unknown name in meta', utf8('<meta charset="none">é'), { html: true }, '<meta charset="none">é', 'utf-8'],
    ['charset that browsers refuse', utf8('é'), { contentType: 'text/html; charset=utf-7' }, 'é', 'utf-8'],
    ['header without charset', utf8('é'), { contentType: 'text/html' }, 'é', 'utf-8'],
    ['no bytes', bytes(), {}, '', 'utf-8'],
  ] as [string, Uint8Array, Parameters<typeof decodeText>[1], string, string][])(
    'decodes by what is named: %s',
    (_, input, options, text, charset) => {
      expect(decodeText(input, options)).toEqual({ text, charset, diagnostics: [] });
    },
  );

  it.each([
    ['windows-1252 without a name', bytes(0x93, 'Caf', 0xe9, 0x94), {}, '“Café”', 'windows-1252'],
    [
      'windows-1252 that calls itself UTF-8',
      bytes('<meta charset=utf-8>', 0x93, 'so', 0x94),
      { html: true },
      '<meta charset=utf-8>“so”',
      'windows-1252',
    ],
    [
      'UTF-8 that calls itself something stricter',
      utf8('Straße 🚧'),
      { contentType: 'a/b; charset=euc-jp' },
      'Straße 🚧',
      'utf-8',
    ],
    [
      'UTF-8 with one wrong byte',
      Buffer.concat([utf8('“Café” – '), bytes(0xff), utf8(' über')]),
      {},
      '“Café” – \ufffd über',
      'utf-8',
    ],
    ['UTF-8 with its mark and a wrong byte', bytes(0xef, 0xbb, 0xbf, 'so', 0xff), {}, 'so\ufffd', 'utf-8'],
    ['UTF-16 cut within a character', bytes(0xff, 0xfe, 'C\0a\0b'), {}, 'Ca\ufffd', 'utf-16le'],
  ] as [string, Uint8Array, Parameters<typeof decodeText>[1], string, string][])(
    'guesses, and says so: %s',
    (_, input, options, text, charset) => {
      const decoded = decodeText(input, options);
      expect(decoded).toMatchObject({ text, charset });
      expect(decoded.diagnostics.map(({ code, span }) => [code, span])).toEqual([['charset-guessed', null]]);
    },
  );

  it('says what it expected and what it made of the bytes', () => {
    expect(decodeText(bytes(0xe9)).diagnostics[0]!.message).toBe(
      'Expected utf-8, got other bytes; read as windows-1252',
    );
  });
});
