import type { Diagnostic } from '../document/index.ts';

/** Decoded text, and what had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes bytes by their byte-order mark, else the charset that the HTTP header names, else the one that an HTML page
 * names itself, else UTF-8. Bytes that are not what they should be are read as windows-1252, with a diagnostic: it gives
 * every byte a character, and it is what Western pages with a wrong label mostly are.
 */
export function decodeText(bytes: Uint8Array, options: { contentType?: string | null; html?: boolean } = {}): DecodedText {
  const named =
    markedCharset(bytes) ??
    charsetIn(options.contentType ?? '') ??
    (options.html ? declaredCharset(bytes) : null) ??
    'utf-8';
  try {
    const text = new TextDecoder(named, { fatal: true }).decode(bytes);
    return { text, charset: named, diagnostics: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const message = `Expected ${named}, got other bytes; read as windows-1252`;
    return { text, charset: 'windows-1252', diagnostics: [{ code: 'charset-guessed', message, span: null }] };
  }
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetIn(contentType: string): string | null {
  return /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType)?.[1] ?? null;
}

/** The charset that a page declares in a `meta` tag; browsers look at the first 1,024 bytes, pages need more. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? null;
  // What calls itself UTF-16 in ASCII letters is not; the HTML standard reads it as UTF-8.
  return declared?.startsWith('utf-16') ? 'utf-8' : declared;
}
