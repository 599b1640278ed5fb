/** What a zip says of a file that has been written. */
export interface ZippedFile {
  readonly name: string;
  readonly when: Date;
  readonly crc32: number;
  /** Bytes in the zip, and before they were compressed. */
  readonly packed: number;
  readonly size: number;
  /** Where its header begins. */
  readonly offset: number;
}

/** From here on a number stands in a wider field of ZIP64, and its own field is full. */
const full32 = 0xffff_ffff;
const full16 = 0xffff;
const plainVersion = 20;
const wideVersion = 45;
/** Made on Unix; there, a file that its owner and group may write. */
const madeBy = (3 << 8) | 63;
const fileMode = 0o100_664;
/** Names are UTF-8; checksum and sizes stand behind the file, since it is not known before how long it gets. */
const flags = (1 << 11) | (1 << 3);
const deflated = 8;

/** What stands before a file. */
export function localHeader({ name, when }: Pick<ZippedFile, 'name' | 'when'>): Buffer {
  const bytes = Buffer.from(name);
  const fields = [u32(0x0403_4b50), u16(plainVersion), u16(flags), u16(deflated), dosTime(when), Buffer.alloc(12)];
  return Buffer.concat([...fields, u16(bytes.length), u16(0), bytes]);
}

/** What stands behind a file. */
export function dataDescriptor({ crc32, packed, size }: Pick<ZippedFile, 'crc32' | 'packed' | 'size'>): Buffer {
  const wide = packed >= full32 || size >= full32;
  return Buffer.concat([u32(0x0807_4b50), u32(crc32), ...[packed, size].map(wide ? u64 : u32)]);
}

/** A file's line in the list of all files. */
export function directoryRecord({ name, when, crc32, packed, size, offset }: ZippedFile): Buffer {
  const bytes = Buffer.from(name);
  const wide = [size, packed, offset].some((number) => number >= full32);
  const seconds = Math.floor(when.getTime() / 1000);
  // The time in UTC, for the header's own has no time zone; then sizes and offset where 32 bits do not hold them.
  const timestamp = [u16(0x5455), u16(5), Buffer.of(3), u32(Math.min(Math.max(seconds, 0), 0x7fff_ffff))];
  const extra = Buffer.concat([...timestamp, ...(wide ? [u16(1), u16(24), u64(size), u64(packed), u64(offset)] : [])]);
  const narrow = (number: number): Buffer => u32(wide ? full32 : number);
  return Buffer.concat([
    u32(0x0201_4b50),
    u16(madeBy),
    u16(wide ? wideVersion : plainVersion),
    u16(flags),
    u16(deflated),
    dosTime(when),
    u32(crc32),
    narrow(packed),
    narrow(size),
    u16(bytes.length),
    u16(extra.length),
    Buffer.alloc(6),
    u32(fileMode * 0x1_0000),
    narrow(offset),
    bytes,
    extra,
  ]);
}

/** What ends a zip: how many files there are, and where their list is. */
export function endOfZip(count: number, offset: number, length: number): Buffer {
  const wide = count >= full16 || offset >= full32 || length >= full32;
  const end = Buffer.concat([
    u32(0x0605_4b50),
    u32(0),
    u16(wide ? full16 : count),
    u16(wide ? full16 : count),
    u32(wide ? full32 : length),
    u32(wide ? full32 : offset),
    u16(0),
  ]);
  if (!wide) return end;
  return Buffer.concat([
    u32(0x0606_4b50),
    u64(44),
    u16(madeBy),
    u16(wideVersion),
    Buffer.alloc(8),
    u64(count),
    u64(count),
    u64(length),
    u64(offset),
    u32(0x0706_4b50),
    u32(0),
    u64(offset + length),
    u32(1),
    end,
  ]);
}

function u16(value: number): Buffer {
  return Buffer.of(value & 0xff, value >>> 8);
}

function u32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

/** Local time in steps of two seconds, from 1980 to 2107. */
function dosTime(when: Date): Buffer {
  const year = Math.min(Math.max(when.getFullYear() - 1980, 0), 127);
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  return Buffer.concat([u16(time), u16((year << 9) | ((when.getMonth() + 1) << 5) | when.getDate())]);
}
