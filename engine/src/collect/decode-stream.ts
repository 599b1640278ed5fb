import { isAscii } from 'node:buffer';

type Decoder = InstanceType<typeof TextDecoder>;

/** So many bytes, from the first beyond ASCII, tell one from the other. */
const telling = 1024;

/**
 * Text of a stream of bytes, in pieces, by its byte-order mark, else as UTF-8 or windows-1252, whichever the first bytes
 * beyond ASCII are: spreadsheets save the one or the other, and neither says which.
 */
export async function* decodeStream(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  let held: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const chunk of bytes) {
    const piece = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    held = new Uint8Array(0);
    // A mark may be cut in two.
    if (first && piece.length < 3) {
      held = piece;
      continue;
    }
    if (first) decoder = markedDecoder(piece);
    first = false;
    if (decoder === null) {
      const beyond = isAscii(piece) ? -1 : piece.findIndex((byte) => byte > 0x7f);
      const ascii = beyond < 0 ? piece : piece.subarray(0, beyond);
      if (ascii.length > 0) yield Buffer.from(ascii).toString('latin1');
      held = piece.subarray(ascii.length);
      if (held.length < telling) continue;
      decoder = new TextDecoder(charsetOf(held));
    }
    const text = decoder.decode(held.length > 0 ? held : piece, { stream: true });
    held = new Uint8Array(0);
    if (text !== '') yield text;
  }
  decoder ??= (first ? markedDecoder(held) : null) ?? new TextDecoder(charsetOf(held));
  const text = decoder.decode(held);
  if (text !== '') yield text;
}

function markedDecoder(head: Uint8Array): Decoder | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return new TextDecoder('utf-8');
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  return head[0] === 0xfe && head[1] === 0xff ? new TextDecoder('utf-16be') : null;
}

function charsetOf(bytes: Uint8Array): 'utf-8' | 'windows-1252' {
  // As a stream: the last character may be cut in two.
  const text = new TextDecoder().decode(bytes, { stream: true });
  const characters = text.match(/[^\p{ASCII}]/gu) ?? [];
  // One damaged byte makes no Western page of a UTF-8 file.
  const damaged = characters.filter((character) => character === '\uFFFD').length;
  return damaged === 0 || damaged * 2 < characters.length ? 'utf-8' : 'windows-1252';
}
