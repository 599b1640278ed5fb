/** What a file's bytes are, told by the bytes. */
export type Format = 'html' | 'pdf' | 'text' | 'binary' | 'empty';

const sniffed = 4096;

/** Tells a format by content; neither the file's ending nor what a server claims of it is asked. */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, sniffed);
  const latin = Buffer.from(head).toString('latin1');
  // The PDF standard lets up to 1,024 bytes stand before the header. Prose that mentions it has it within a line.
  if (/(?:^|[\r\n\0]|ï»¿)%PDF-\d/u.test(latin.slice(0, 1024))) return 'pdf';
  if (isUtf16(head)) return looksLikeHtml(new TextDecoder(utf16Name(head)).decode(head)) ? 'html' : 'text';
  if (looksBinary(head)) return 'binary';
  return looksLikeHtml(latin) ? 'html' : 'text';
}

/** The tags that pages and pieces of pages begin with. */
const opensElement =
  /^<(html|head|body|article|main|header|nav|section|div|p|span|a|b|i|em|strong|h[1-6]|ul|ol|table|blockquote|figure|img|meta|title|link|style|script|br)(\s[^<]*)?\/?>/iu;

function looksLikeHtml(head: string): boolean {
  const start = head.replace(/^(\uFEFF|ï»¿)/u, '').trimStart();
  if (/^<!doctype\s+html\b/iu.test(start) || opensElement.test(start)) return true;
  // A comment, a processing instruction or a script may come first.
  return /^<[!?]/u.test(start) && /<(html|head|body|article|main|div|p)\b[^<]*>/iu.test(start);
}

/** UTF-16 starts with a byte-order mark; without one it cannot be told from binary data safely. */
function isUtf16(head: Uint8Array): boolean {
  const utf32 = head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0;
  if (utf32) return false;
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function utf16Name(head: Uint8Array): string {
  return head[0] === 0xff ? 'utf-16le' : 'utf-16be';
}

function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control / head.length > 0.05;
}
