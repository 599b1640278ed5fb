import { AccordingError } from '../errors.ts';
import { textLines } from './text-lines.ts';
import { webAddress } from './web-address.ts';

/** A line of a list of addresses: its address, or what is wrong with it. */
export interface ListedAddress {
  /** From 1. */
  readonly number: number;
  readonly address: string | AccordingError;
}

const longestLine = 10_000;

/** Reads a list of addresses, one a line. Blank lines and lines that begin with `#` are passed over. */
export async function* readUrlList(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ListedAddress> {
  for await (const { number, line } of textLines(decode(bytes), longestLine)) {
    const trimmed = typeof line === 'string' ? line.trim() : '';
    if (typeof line === 'string' && (trimmed === '' || trimmed.startsWith('#'))) continue;
    const address = typeof line === 'string' ? webAddress(trimmed) : null;
    const got = typeof line === 'string' ? `“${trimmed.slice(0, 100)}”` : `a line of ${line.tooLong} characters`;
    yield {
      number,
      address:
        address ??
        new AccordingError('address-invalid', `Expected an address, got ${got} (line ${number})`, { line: number }),
    };
  }
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
