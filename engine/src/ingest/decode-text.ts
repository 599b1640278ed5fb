import type { Diagnostic } from '../document/index.ts';

/** Decoded text, and what had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes bytes by their byte-order mark, else the charset that the HTTP header names, else the one that an HTML page
 * names itself, else UTF-8. Names of no charset are passed over.
 *
 * Bytes that are not what they should be never cost the report. They are read, with a diagnostic, as UTF-8 where they
 * are that for the most part, else as windows-1252: it gives every byte a character, and it is what Western pages with a
 * wrong label mostly are.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { contentType?: string | null; html?: boolean } = {},
): DecodedText {
  const marked = markedCharset(bytes);
  const named =
    marked ??
    known(charsetIn(options.contentType ?? '')) ??
    (options.html ? known(declaredCharset(bytes)) : null) ??
    'utf-8';
  const text = decodeStrictly(bytes, named);
  if (text !== null) return { text, charset: named, diagnostics: [] };
  const charset = marked ?? (mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const message = `Expected ${named}, got other bytes; read as ${charset === named ? `${named} with gaps` : charset}`;
  return {
    text: new TextDecoder(charset).decode(bytes),
    charset,
    diagnostics: [{ code: 'charset-guessed', message, span: null }],
  };
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The charset in its standard spelling, or `null` where no charset bears the name. */
function known(charset: string | null): string | null {
  try {
    return charset === null ? null : new TextDecoder(charset).encoding;
  } catch {
    return null;
  }
}

/** Whether more bytes beyond ASCII make characters of UTF-8 than do not. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const beyondAscii = new TextDecoder().decode(bytes).match(/[^\p{ASCII}]/gu) ?? [];
  return beyondAscii.filter((character) => character === '\ufffd').length * 2 < beyondAscii.length;
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetIn(contentType: string): string | null {
  return /charset\s*=\s*["']?([\w:.-]+)/iu.exec(contentType)?.[1] ?? null;
}

/** The charset that a page declares in a `meta` tag; browsers look at the first 1,024 bytes, pages need more. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? null;
  // What calls itself UTF-16 in ASCII letters is not; the HTML standard reads it as UTF-8.
  return declared?.startsWith('utf-16') ? 'utf-8' : declared;
}
