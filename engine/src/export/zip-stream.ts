import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { dataDescriptor, directoryRecord, endOfZip, localHeader } from './zip-records.ts';

/** One file of a zip; its contents are read when its turn has come. */
export interface ZipEntry {
  /** With `/` between folders, never absolute. */
  readonly name: string;
  /** What is at hand as a whole costs far less as one string. */
  readonly contents: string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** Half the time of zlib's own level, for a few per cent more bytes. */
const level = 3;

/** Lines of the list of files that are put into one buffer: each alone takes three times the memory. */
const recordsPerBlock = 1000;

/**
 * A zip of these files, as fast as it is taken. The next entry is asked for only when all contents of the one before have been read, so
 * that both may come out of one stream.
 *
 * Holds a hundred bytes of each file to the end. It is written by hand, since yazl holds over a kilobyte of each, and walks over all
 * files before it with each new one.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry>,
  { when = new Date() }: { readonly when?: Date | undefined } = {},
): AsyncGenerator<Uint8Array> {
  const blocks: Buffer[] = [];
  let records: Buffer[] = [];
  let [count, offset] = [0, 0];
  for await (const { name, contents } of entries) {
    const header = localHeader({ name, when });
    const totals = { crc32: 0, size: 0, packed: 0 };
    yield header;
    for await (const chunk of typeof contents === 'string' ? [packed(contents, totals)] : packing(contents, totals)) {
      totals.packed += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor(totals);
    yield descriptor;
    count++;
    records.push(directoryRecord({ name, when, ...totals, offset }));
    offset += header.length + totals.packed + descriptor.length;
    if (records.length < recordsPerBlock) continue;
    blocks.push(Buffer.concat(records));
    records = [];
  }
  blocks.push(Buffer.concat(records));
  yield* blocks;
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  yield endOfZip(count, offset, length);
}

interface Totals {
  crc32: number;
  size: number;
}

function packed(text: string, totals: Totals): Uint8Array {
  return deflateRawSync(counted(text, totals), { level });
}

async function* packing(
  contents: Exclude<ZipEntry['contents'], string>,
  totals: Totals,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of contents) yield counted(piece, totals);
  };
  const deflate = createDeflateRaw({ level });
  const feeding = pipeline(Readable.from(pieces()), deflate);
  feeding.catch(() => {});
  try {
    for await (const chunk of deflate) yield chunk as Uint8Array;
  } finally {
    // Where nobody reads on, the contents are let go of.
    deflate.destroy();
    await feeding.catch(() => {});
  }
}

function counted(piece: string | Uint8Array, totals: Totals): Uint8Array {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  totals.crc32 = crc32(bytes, totals.crc32);
  totals.size += bytes.length;
  return bytes;
}
