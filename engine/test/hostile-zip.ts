import { constants, createDeflateRaw } from 'node:zlib';
import { once } from 'node:events';

const pieceBytes = 2 ** 26;

/**
 * A zip archive with one file of zeros, as many as 10 GB, made in a moment: one packed piece again and again.
 *
 * @param said - what the archive says that the file's size is; the truth if not said
 */
export async function zipOfZeros(pieces: number, said = pieces * pieceBytes): Promise<Buffer> {
  packedPiece ??= packedZeros();
  const piece = await packedPiece;
  const packed = Buffer.concat([...Array.from({ length: pieces }, () => piece), Buffer.from([3, 0])]);
  const name = Buffer.from('zeros.txt');
  // Sizes beyond 4 GB stand in a field of their own.
  const sizes = Buffer.alloc(20);
  sizes.writeUInt16LE(1, 0);
  sizes.writeUInt16LE(16, 2);
  sizes.writeBigUInt64LE(BigInt(said), 4);
  sizes.writeBigUInt64LE(BigInt(packed.length), 12);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(0xffffffff, 14);
  common.writeUInt32LE(0xffffffff, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(sizes.length, 24);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, sizes, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x2d\x00', 'latin1'), common, Buffer.alloc(14), name, sizes]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

let packedPiece: Promise<Buffer> | null = null;

/** Zeros that may stand behind each other: they end at a whole byte, and refer to nothing before them. */
async function packedZeros(): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  deflate.write(Buffer.alloc(pieceBytes));
  await new Promise<void>((resolve) => deflate.flush(constants.Z_FULL_FLUSH, resolve));
  const packed = Buffer.concat(chunks);
  deflate.destroy();
  await once(deflate, 'close');
  return packed;
}
