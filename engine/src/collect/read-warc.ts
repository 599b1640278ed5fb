import { AccordingError } from '../errors.ts';
import { ByteWindow } from './byte-window.ts';
import { bodyOf, parseHttpResponse } from './http-message.ts';
import { essenceOf } from './media-type.ts';
import { warcBlocks, type WarcBlock } from './warc-blocks.ts';
import { warcMembers } from './warc-members.ts';
import { webAddress } from './web-address.ts';

/** A page from a web archive, or why one could not be had; `offset` is where its record begins in the file. */
export type ArchivedPage =
  | {
      readonly kind: 'page';
      readonly offset: number;
      readonly url: string;
      readonly contentType: string | null;
      /** ISO 8601, from the header of that name. */
      readonly lastModified: string | null;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'failure'; readonly offset: number; readonly error: AccordingError };

const maxRecordBytes = 30_000_000;
const reportTypes = new Set(['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain']);

/**
 * Reads the pages of a web archive, packed or not, in constant memory: responses of status 2xx that are HTML, PDF or plain
 * text. Everything else is passed over; a broken record is a failure, and reading goes on with the next.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* readWarc(file: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedPage> {
  const window = new ByteWindow(file);
  await window.fill(2);
  const packed = window.bytes[0] === 0x1f && window.bytes[1] === 0x8b;
  const stream = rest(window);
  if (!packed) return yield* pagesOf(warcBlocks(stream, maxRecordBytes), 0, 1);
  for await (const member of warcMembers(stream)) {
    if (member.kind === 'broken') yield broken(member.at, member.what);
    else {
      const bytes = member.kind === 'member' ? once(member.bytes) : member.stream;
      // Places within a member name no byte of the file: they are its first byte's.
      yield* pagesOf(warcBlocks(bytes, maxRecordBytes), member.at, 0);
    }
  }
}

async function* rest(window: ByteWindow): AsyncGenerator<Uint8Array> {
  try {
    while (await window.fill(1)) {
      const { bytes } = window;
      window.consume(bytes.length);
      yield bytes;
    }
  } finally {
    await window.close();
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* pagesOf(blocks: AsyncIterable<WarcBlock>, offset: number, scale: 0 | 1): AsyncGenerator<ArchivedPage> {
  for await (const block of blocks) {
    const page = pageOf(block, offset + scale * block.at);
    if (page !== null) yield page;
  }
}

/** `null` where a record is no page. */
function pageOf(block: WarcBlock, offset: number): ArchivedPage | null {
  if (block.kind === 'broken') return broken(offset, block.what);
  const { header } = block;
  const url = header.type === 'response' && header.url !== null ? webAddress(header.url) : null;
  if (url === null) return null;
  if (block.kind === 'too-large') {
    const message = `Expected a record of at most ${maxRecordBytes} bytes, got ${header.length} (byte ${offset}, ${url})`;
    return { kind: 'failure', offset, error: new AccordingError('document-too-large', message, { offset, url }) };
  }
  const response = parseHttpResponse(block.block);
  if (response === null) return broken(offset, 'a response that is no HTTP', url);
  if (response.status < 200 || response.status > 299 || new URL(url).pathname === '/robots.txt') return null;
  const contentType = response.headers.get('content-type') ?? null;
  const essence = essenceOf(contentType);
  if (essence !== null && !reportTypes.has(essence)) return null;
  try {
    const bytes = bodyOf(response, maxRecordBytes);
    if (bytes.length === 0 || (essence === null && !beginsReport(bytes))) return null;
    const time = Date.parse(response.headers.get('last-modified') ?? '');
    const lastModified = Number.isNaN(time) ? null : new Date(time).toISOString();
    return { kind: 'page', offset, url, contentType, lastModified, bytes };
  } catch (cause) {
    return broken(offset, `a body that cannot be unpacked: ${(cause as Error).message}`, url);
  }
}

/** Where no type is given: markup or PDF. */
function beginsReport(bytes: Uint8Array): boolean {
  return /^\s{0,100}(?:<|%PDF-)/u.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}

function broken(offset: number, what: string, url?: string): ArchivedPage {
  const where = `byte ${offset}${url === undefined ? '' : `, ${url}`}`;
  const error = new AccordingError('warc-invalid', `Expected a WARC record, got ${what} (${where})`, { offset });
  return { kind: 'failure', offset, error };
}
