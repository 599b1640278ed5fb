/** What a file's bytes are, told by the bytes. */
export type Format = 'html' | 'pdf' | 'text' | 'binary' | 'empty';

const sniffed = 4096;

/** Tells a format by content; neither the file's ending nor what a server claims of it is asked. */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, sniffed);
  const latin = Buffer.from(head).toString('latin1');
  // The PDF standard lets up to 1,024 bytes stand before the header.
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (isUtf16(head)) return looksLikeHtml(new TextDecoder(utf16Name(head)).decode(head)) ? 'html' : 'text';
  if (looksBinary(head)) return 'binary';
  return looksLikeHtml(latin) ? 'html' : 'text';
}

function looksLikeHtml(head: string): boolean {
  const start = head.replace(/^(\uFEFF|ï»¿)/u, '').trimStart();
  if (/^<(!doctype\s+html|html|head|body|article|main|div|section|p|h1|meta|title)\b/iu.test(start)) return true;
  // A comment, a processing instruction or a script may come first.
  return /^<[!?]/u.test(start) && /<(html|head|body|article)\b/iu.test(start);
}

/** UTF-16 starts with a byte-order mark; without one it cannot be told from binary data safely. */
function isUtf16(head: Uint8Array): boolean {
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
