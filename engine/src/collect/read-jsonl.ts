import { parseLine, splitLines } from '../ingest/index.ts';
import { failure } from './failure.ts';
import { decodeStream } from './decode-stream.ts';
import { parseRecord } from './parse-record.ts';
import type { Collected } from './raw-report.ts';

/** Reads the interchange format, a report from each line, in memory for one line. */
export async function* readJsonl(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
  options: { readonly maxLineBytes: number },
): AsyncGenerator<Collected> {
  for await (const { number, line } of splitLines(encode(decodeStream(bytes)), options.maxLineBytes)) {
    const place = `${origin}, line ${number}`;
    try {
      if (typeof line !== 'string') throw line;
      yield { kind: 'report', report: { origin: place, ...parseRecord(parseLine(line, number)) } };
    } catch (error) {
      yield failure(place, error);
    }
  }
}

/** Lines are split as bytes, and files of Windows' own tools are UTF-16. */
async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
