import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An HTTP response as it went over the line. */
export interface HttpResponse {
  readonly status: number;
  /** By name in lower case; of several of one name the last. */
  readonly headers: ReadonlyMap<string, string>;
  /** Packed and in chunks, where it was sent so. */
  readonly body: Uint8Array;
}

const longestHead = 256 * 1024;

/** Takes a response apart, or gives `null` where the bytes are none. */
export function parseHttpResponse(bytes: Buffer): HttpResponse | null {
  const head = headOf(bytes);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/u.exec(head.text)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of head.text.split(/\r?\n/u).slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { status: Number(status), headers, body: bytes.subarray(head.end) };
}

function headOf(bytes: Buffer): { readonly text: string; readonly end: number } {
  const limited = bytes.subarray(0, longestHead);
  const [crlf, lf] = [limited.indexOf('\r\n\r\n'), limited.indexOf('\n\n')];
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { text: limited.toString('latin1', 0, crlf), end: crlf + 4 };
  const end = lf < 0 ? limited.length : lf + 2;
  return { text: limited.toString('latin1', 0, end), end };
}

/**
 * The body without chunks and packing. Archives keep headers of a packing that they have undone already: what does not
 * look packed is taken as it is.
 *
 * @throws {Error} where a body is damaged, or would have more than `maxBytes`
 */
export function bodyOf(response: HttpResponse, maxBytes: number): Uint8Array {
  const { headers } = response;
  let body = response.body;
  if (/\bchunked\b/iu.test(headers.get('transfer-encoding') ?? '')) body = withoutChunks(body) ?? body;
  for (const coding of (headers.get('content-encoding') ?? '').toLowerCase().split(',', 5).reverse()) {
    body = unpacked(body, coding.trim(), maxBytes);
  }
  return body;
}

/** `null` where the body is in no chunks. */
function withoutChunks(body: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.subarray(at, at + 1000).indexOf('\n');
    const size = /^([\da-f]{1,8})[ \t]*(?:;[^\n]*)?\r?$/iu.exec(
      bytes.toString('latin1', at, at + Math.max(0, end)),
    )?.[1];
    if (end < 0 || size === undefined) return chunks.length === 0 ? null : lost();
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    const start = at + end + 1;
    if (start + length > bytes.length) return chunks.length === 0 ? null : lost();
    chunks.push(bytes.subarray(start, start + length));
    at = start + length;
    if (bytes[at] === 13) at++;
    if (bytes[at] === 10) at++;
  }
  return Buffer.concat(chunks);
}

function lost(): never {
  throw new Error('a body whose chunks break off');
}

function unpacked(body: Uint8Array, coding: string, maxOutputLength: number): Uint8Array {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (/^(?:x-)?gzip$/u.test(coding)) return isGzip ? gunzipSync(body, { maxOutputLength }) : body;
  // Servers mean two formats by “deflate”.
  const isZlib = body.length > 1 && (body[0]! & 15) === 8 && ((body[0]! << 8) | body[1]!) % 31 === 0;
  if (coding === 'deflate' && isZlib) return inflateSync(body, { maxOutputLength });
  if (coding === 'deflate') return looksPacked(body) ? inflateRawSync(body, { maxOutputLength }) : body;
  if (coding === 'br') return looksPacked(body) ? brotliDecompressSync(body, { maxOutputLength }) : body;
  return body;
}

/** Formats without a mark of their own: what is no text is packed. */
function looksPacked(body: Uint8Array): boolean {
  return body.subarray(0, 200).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}
