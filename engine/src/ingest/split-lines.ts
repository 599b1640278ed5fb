import { AccordingError } from '../errors.ts';

/** One line of a stream, or the error that stands for a line too long to hold. */
export interface NumberedLine {
  readonly number: number;
  readonly line: string | AccordingError;
}

/**
 * Splits a stream of bytes into lines, without line ends, in bounded memory. Blank lines are skipped but counted.
 *
 * A line of more than `maxBytes` is passed over to its end and yields an error of code `line-too-long`. Bytes that are
 * no UTF-8 become U+FFFD.
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<NumberedLine> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const finish = (): NumberedLine | null => {
    number++;
    const tooLong = size > maxBytes;
    const line = tooLong
      ? ''
      : Buffer.concat(parts)
          .toString('utf8')
          .replace(/^\uFEFF/u, '')
          .trim();
    parts = [];
    const length = size;
    size = 0;
    if (tooLong) {
      const message = `Expected a line of at most ${maxBytes} bytes, got ${length} (line ${number})`;
      return { number, line: new AccordingError('line-too-long', message, { line: number, maxBytes }) };
    }
    return line === '' ? null : { number, line };
  };
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at));
      const line = finish();
      if (line !== null) yield line;
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) {
    const line = finish();
    if (line !== null) yield line;
  }
}
