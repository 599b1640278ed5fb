import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('detectFormat', () => {
  it.each([
    ['nothing', latin(''), 'empty'],
    ['prose', latin('The tunnel leaked.'), 'text'],
    ['prose with emoji and right-to-left text', Buffer.from('🚧 تسرّب'), 'text'],
    ['prose in windows-1252', latin('\x93It leaked,\x94 she said \x96 twice.'), 'text'],
    ['prose in UTF-16, low byte first', utf16('The tunnel leaked.'), 'text'],
    ['prose in UTF-16, high byte first', Buffer.from(utf16('The tunnel leaked.')).swap16(), 'text'],
    ['prose about tags', latin('The <html> tag opens a page, she said.'), 'text'],
    ['prose that begins with a sign', latin('<3 is what she wrote.'), 'text'],
    ['prose that begins with an address', latin('<ana@courier.example> wrote on Monday.'), 'text'],
    ['prose about PDF', Buffer.from('Such a file begins with “%PDF-1.7”, or %PDF-2.0 of late.'), 'text'],
    ['prose with form feeds and escapes', latin('One.\fTwo.\x1b[0m Three.'), 'text'],
    ['a mark and no more', latin('\xef\xbb\xbf'), 'text'],
    ['JSON', latin('{"text": "<p>It leaked.</p>"}'), 'text'],
    ['page', latin('<!DOCTYPE html><html><body>x</body></html>'), 'html'],
    ['page behind white space and a mark', latin('\xef\xbb\xbf\r\n  <html lang=en>'), 'html'],
    ['page without html tag', latin('<title>Tunnel</title><p>It leaked.'), 'html'],
    ['page behind a comment', latin('<!-- built 7 --> <body>x</body>'), 'html'],
    ['XHTML', latin('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html xmlns="x">'), 'html'],
    ['piece of a page', latin('<p class="lead">It leaked.</p>'), 'html'],
    ['piece that begins with an inline element', latin('<strong>It leaked.</strong>'), 'html'],
    ['piece that begins with a heading', latin('<h2>It leaked</h2>'), 'html'],
    ['piece behind a comment', latin('<!-- x --><div>It leaked</div>'), 'html'],
    ['page in UTF-16', utf16('<!doctype html><p>It leaked.'), 'html'],
    ['feed', latin('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'), 'text'],
    ['PDF', latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'), 'pdf'],
    ['PDF behind a mark', latin('\xef\xbb\xbf%PDF-1.4\n'), 'pdf'],
    ['PDF behind a header of another kind', latin('Content-Type: x\r\n\r\n%PDF-1.4\n'), 'pdf'],
    ['picture', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'binary'],
    ['archive', latin('PK\x03\x04\x14\0\x06\0\b\0'), 'binary'],
    ['control characters', latin('\x01\x02\x03abcdefgh'), 'binary'],
    ['UTF-32', latin('\xff\xfe\0\0T\0\0\0h\0\0\0e\0\0\0'), 'binary'],
  ])('tells by content: %s', (_, bytes, format) => {
    expect(detectFormat(bytes)).toBe(format);
  });

  it('looks at the beginning alone', () => {
    expect(detectFormat(latin(`The tunnel leaked. ${'x'.repeat(2_000_000)}\0`))).toBe('text');
  });
});
