import { ByteWindow } from './byte-window.ts';
import { nextWarcRecord, readWarcHeader, type WarcHeader } from './warc-record.ts';

/** The block of one record, or what stands where one should; `at` is its first byte's place in the stream. */
export type WarcBlock =
  | { readonly kind: 'block'; readonly at: number; readonly header: WarcHeader; readonly block: Buffer }
  | { readonly kind: 'broken'; readonly at: number; readonly what: string }
  | { readonly kind: 'too-large'; readonly at: number; readonly header: WarcHeader };

/** Enough to hold the longest header. */
const headerBytes = 64 * 1024;
const overlap = 16;

/**
 * Splits unpacked WARC into records. One whose Content-Length is wrong is broken, and reading goes on where the next
 * record begins.
 *
 * @param maxBytes - records with larger blocks are passed over
 */
export async function* warcBlocks(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<WarcBlock> {
  const window = new ByteWindow(stream);
  try {
    while (await skipBlankLines(window)) {
      const at = window.offset;
      let start = readWarcHeader(window.bytes);
      // As a rule the header is among what is held already.
      if (start.kind === 'incomplete') {
        await window.fill(headerBytes);
        start = readWarcHeader(window.bytes);
      }
      if (start.kind !== 'header') {
        yield { kind: 'broken', at, what: start.kind === 'broken' ? start.what : 'a header that is cut off' };
        await resume(window, 1);
        continue;
      }
      const { header } = start;
      if (header.length > maxBytes) {
        yield { kind: 'too-large', at, header };
        await skip(window, header.headerLength + header.length);
        if (!endsRecord(window, 0, (await window.fill(4)) || window.ended)) await resume(window, 0);
        continue;
      }
      const end = header.headerLength + header.length;
      const whole = await window.fill(end + 4);
      const held = window.bytes.length - header.headerLength;
      if (held < header.length) {
        yield { kind: 'broken', at, what: `a Content-Length of ${header.length} and ${held} bytes` };
        await resume(window, header.headerLength - 2);
      } else if (!endsRecord(window, end, whole || window.ended)) {
        yield { kind: 'broken', at, what: `a Content-Length of ${header.length} that is not where the record ends` };
        await resume(window, header.headerLength - 2);
      } else {
        const block = window.bytes.subarray(header.headerLength, end);
        window.consume(end);
        yield { kind: 'block', at, header, block };
      }
    }
  } finally {
    await window.close();
  }
}

/** Whether the two blank lines behind a record stand there, or nothing does. */
function endsRecord(window: ByteWindow, end: number, known: boolean): boolean {
  const tail = window.bytes.toString('latin1', end, end + 4);
  return known && (tail === '' || /^(?:\r?\n){1,4}/u.test(tail));
}

async function skipBlankLines(window: ByteWindow): Promise<boolean> {
  while (await window.fill(1)) {
    const { bytes } = window;
    let at = 0;
    while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at++;
    window.consume(at);
    if (at < bytes.length) return true;
  }
  return false;
}

async function skip(window: ByteWindow, size: number): Promise<void> {
  for (let left = size; left > 0 && (await window.fill(1));) {
    const step = Math.min(left, window.bytes.length);
    window.consume(step);
    left -= step;
  }
}

/** Moves on to where the next record seems to begin, or to the end. */
async function resume(window: ByteWindow, from: number): Promise<void> {
  for (let start = from; ; start = 0) {
    const next = nextWarcRecord(window.bytes, start);
    if (next >= 0) return window.consume(next);
    window.consume(Math.max(0, window.bytes.length - overlap));
    if (!(await window.fill(window.bytes.length + 1))) return window.consume(window.bytes.length);
  }
}
