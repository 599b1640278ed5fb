/** The fields of a WARC record that tell what it is. */
export interface WarcHeader {
  readonly type: string;
  readonly url: string | null;
  /** Of the block behind the header, in bytes. */
  readonly length: number;
  /** Of the header, with the blank line that ends it. */
  readonly headerLength: number;
}

/** What stands at the beginning of some bytes. */
export type WarcStart =
  | { readonly kind: 'header'; readonly header: WarcHeader }
  | { readonly kind: 'incomplete' }
  /** `what` completes “got …”. */
  | { readonly kind: 'broken'; readonly what: string };

const longestHeader = 64 * 1024;

/** Reads the header that bytes begin with. */
export function readWarcHeader(bytes: Buffer): WarcStart {
  const start = bytes.toString('latin1', 0, 7);
  if (!'WARC/1.'.startsWith(start.slice(0, 7))) return { kind: 'broken', what: 'other bytes' };
  const limited = bytes.subarray(0, longestHeader);
  const crlf = limited.indexOf('\r\n\r\n');
  const end = crlf >= 0 ? crlf : limited.indexOf('\n\n');
  if (end < 0) {
    return bytes.length < longestHeader ? { kind: 'incomplete' } : { kind: 'broken', what: 'a header without an end' };
  }
  const fields = new Map<string, string>();
  for (const line of limited.toString('utf8', 0, end).split(/\r?\n/u).slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const length = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(length)) return { kind: 'broken', what: `a Content-Length of “${length.slice(0, 40)}”` };
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/gu, '') ?? null;
  const header = {
    type: fields.get('warc-type')?.toLowerCase() ?? '',
    url,
    length: Number(length),
    headerLength: end + (crlf >= 0 ? 4 : 2),
  };
  return { kind: 'header', header };
}

/** Where the next record seems to begin behind `from`, or -1. */
export function nextWarcRecord(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('\nWARC/1.', from); at >= 0; at = bytes.indexOf('\nWARC/1.', at + 1)) {
    if (bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10)) return at + 1;
  }
  return -1;
}
