import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { ByteWindow } from './byte-window.ts';

/** One member of a `.warc.gz`, as a rule one record; `at` is its first byte's place in the file. */
export type WarcMember =
  | { readonly kind: 'member'; readonly at: number; readonly bytes: Buffer }
  /** One too large to hold, as of files that were packed as a whole; to be read before the next is asked for. */
  | { readonly kind: 'large'; readonly at: number; readonly stream: AsyncIterable<Uint8Array> }
  | { readonly kind: 'broken'; readonly at: number; readonly what: string };

/** Larger members are streamed. */
const largestHeld = 32_000_000;
const firstBytes = 64 * 1024;
const pieceBytes = 16 * 1024;
/** Enough packed bytes to see the first words of a record. */
const peekedBytes = 512;
/** So many broken members with no good one among them, and the file is given up: finding the next takes time. */
const mostBroken = 1000;

/** Splits gzip into its members. Where one is broken, reading goes on with the next that begins a record. */
export async function* warcMembers(file: AsyncIterable<Uint8Array>): AsyncGenerator<WarcMember> {
  const window = new ByteWindow(file);
  let broken = 0;
  try {
    while (await window.fill(1)) {
      const at = window.offset;
      const header = await headerLength(window);
      const found = header === null ? 'bytes that are no gzip' : await inflate(window, header);
      if (typeof found !== 'string') broken = 0;
      if (Buffer.isBuffer(found)) yield { kind: 'member', at, bytes: found };
      else if (found === null) {
        const stream = new LargeMember(window, header!);
        yield { kind: 'large', at, stream: stream.read() };
        const what = await stream.finish();
        if (what !== null) {
          yield { kind: 'broken', at, what };
          await resume(window);
        }
      } else {
        yield { kind: 'broken', at, what: found };
        if (++broken >= mostBroken) {
          yield { kind: 'broken', at, what: `${broken} broken records one after the other; the rest is passed over` };
          return;
        }
        await resume(window);
      }
    }
  } finally {
    await window.close();
  }
}

/** Length of the gzip header that stands at the beginning of the window, or `null` where none does. */
async function headerLength(window: ByteWindow): Promise<number | null> {
  await window.fill(firstBytes);
  return gzipHeaderLength(window.bytes, 0);
}

/** @see RFC 1952, section 2.3 */
function gzipHeaderLength(bytes: Buffer, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return null;
  const flags = bytes[at + 3] ?? 0xff;
  if ((flags & 0xe0) !== 0) return null;
  let length = 10;
  if (flags & 4) length += 2 + (bytes[at + length] ?? 0) + 256 * (bytes[at + length + 1] ?? 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.subarray(at + length, at + length + 4096).indexOf(0);
    if (end < 0) return null;
    length += end + 1;
  }
  if (flags & 2) length += 2;
  return at + length <= bytes.length ? length : null;
}

/** The member's content, which the window moves behind; `null` where it is too large; or what is wrong with it. */
async function inflate(window: ByteWindow, header: number): Promise<Buffer | null | string> {
  for (;;) {
    const result = inflateOnce(window.bytes.subarray(header));
    if (result === 'more') {
      if (window.bytes.length > largestHeld) return null;
      const enough = await window.fill(2 * window.bytes.length);
      if (!enough && inflateOnce(window.bytes.subarray(header)) === 'more') return 'a member that is cut off';
      continue;
    }
    if (result === 'large') return null;
    if (result === 'damaged') return 'a damaged member';
    const end = header + result.used;
    if (!(await window.fill(end + 8))) return 'a member that is cut off';
    if (window.bytes.readUInt32LE(end) !== crc32(result.bytes)) return 'a damaged member (its checksum is wrong)';
    window.consume(end + 8);
    return result.bytes;
  }
}

function inflateOnce(packed: Buffer): { readonly bytes: Buffer; readonly used: number } | 'more' | 'large' | 'damaged' {
  try {
    const options = { info: true, maxOutputLength: largestHeld, chunkSize: 64 * 1024 };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { bytes: buffer, used: engine.bytesWritten };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'Z_BUF_ERROR' ? 'more' : code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged';
  }
}

/** Moves on to the next member that begins a record, or to the end. */
async function resume(window: ByteWindow): Promise<void> {
  window.consume(1);
  for (;;) {
    const next = window.bytes.indexOf('\x1f\x8b\x08', 0, 'latin1');
    if (next < 0) {
      window.consume(Math.max(0, window.bytes.length - 2));
      if (!(await window.fill(window.bytes.length + 1))) return window.consume(window.bytes.length);
      continue;
    }
    window.consume(next);
    await window.fill(firstBytes);
    const header = gzipHeaderLength(window.bytes, 0);
    if (header !== null && beginsRecord(window.bytes.subarray(header, header + peekedBytes))) return;
    window.consume(1);
  }
}

function beginsRecord(packed: Buffer): boolean {
  try {
    const start = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_000_000 });
    return start.toString('latin1', 0, 5) === 'WARC/';
  } catch {
    return false;
  }
}

/** A member that is unpacked piece by piece. */
class LargeMember {
  readonly #window: ByteWindow;
  #what: string | null = null;
  readonly #chunks: AsyncGenerator<Uint8Array>;

  constructor(window: ByteWindow, header: number) {
    this.#window = window;
    this.#chunks = this.#inflate(header);
  }

  async *read(): AsyncGenerator<Uint8Array> {
    // Not delegated: whoever stops reading early must not end what `finish` still has to pass over.
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
  }

  /** Passes over what has not been read; gives what is wrong with the member, or `null`. */
  async finish(): Promise<string | null> {
    for await (const chunk of this.#chunks) void chunk;
    return this.#what;
  }

  async *#inflate(header: number): AsyncGenerator<Uint8Array> {
    const window = this.#window;
    window.consume(header);
    const stream = createInflateRaw();
    let unpacked: Uint8Array[] = [];
    let [ended, failed] = [false, false];
    let proceed = (): void => {};
    stream.on('data', (chunk: Uint8Array) => unpacked.push(chunk));
    stream.on('end', () => (ended = true));
    stream.on('error', () => (failed = true));
    stream.on('close', () => proceed());
    try {
      while (!ended && !failed) {
        if (!(await window.fill(1))) {
          this.#what = 'a member that is cut off';
          return;
        }
        const piece = window.bytes.subarray(0, pieceBytes);
        const before = stream.bytesWritten;
        await new Promise<void>((resolve) => {
          proceed = resolve;
          stream.write(piece, () => resolve());
        });
        // “end” follows the last data by a turn of the loop.
        await new Promise((resolve) => setImmediate(resolve));
        const used = stream.bytesWritten - before;
        window.consume(used);
        const chunks = unpacked;
        unpacked = [];
        yield* chunks;
        if (used < piece.length && !failed) ended = true;
      }
      if (failed) this.#what = 'a damaged member';
      else {
        await window.fill(8);
        window.consume(8);
      }
    } finally {
      stream.destroy();
    }
  }
}
