import { AccordingError } from '../../errors.ts';

/** A file of a form, to be read to its end before the next one is asked for. */
export interface FormFile {
  /** As the browser gives it, with the folders that it lay in; never to be trusted. */
  readonly name: string;
  readonly data: AsyncIterable<Uint8Array>;
}

/** The headers of a part hold two names; more than this is no form of a browser. */
const mostHeaderBytes = 16_384;

/**
 * Takes the files out of a form as it comes in (RFC 7578), a piece at a time, so that memory stays the same however large
 * they are. Fields that are no files are passed over.
 *
 * @throws {AccordingError} `request-invalid`
 */
export async function* formFiles(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormFile> {
  const boundary = boundaryOf(contentType);
  const pieces = new Pieces(body);
  // The first mark has no line before it; with one put there, all marks are alike.
  pieces.putBack(Buffer.from('\r\n'));
  const mark = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of pieces.until(mark));
  for (;;) {
    const end = (await pieces.whole(Buffer.from('\r\n'), 100)).trim();
    if (end === '--') return;
    if (end !== '') throw invalid('a mark with something behind it');
    const name = nameIn(await pieces.whole(Buffer.from('\r\n\r\n'), mostHeaderBytes));
    const data = pieces.until(mark);
    if (name !== null) yield { name, data };
    for await (const _ of data);
  }
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/iu.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw invalid('no boundary');
  return boundary;
}

/** Of a part's headers, the name of its file; null where it is none. */
function nameIn(headers: string): string | null {
  const [, disposition] = /^content-disposition:\s*form-data\b(.*)$/imu.exec(headers) ?? [];
  const [, name] = /;\s*filename="((?:[^"\\]|\\.)*)"/iu.exec(disposition ?? '') ?? [];
  if (name === undefined || name === '') return null;
  // As browsers write it (HTML standard, 4.10.21.8).
  return name.replace(/%0D%0A|%0A|%0D/giu, '\n').replaceAll('%22', '"');
}

/** A stream of bytes that can be read up to a mark. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  putBack(bytes: Buffer): void {
    this.#rest = Buffer.concat([bytes, this.#rest]);
  }

  /** What comes before the mark; what comes after it is read next. Read to its end once, it gives nothing more. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      // The start of a mark may be at the end of what is there.
      const given = this.#rest.subarray(0, at >= 0 ? at : Math.max(0, this.#rest.length - mark.length + 1));
      this.#rest = this.#rest.subarray(at >= 0 ? at + mark.length : given.length);
      if (given.length > 0) yield given;
      if (at >= 0) return;
      await this.#more();
    }
  }

  /** The same as text, at most so many bytes of it. */
  async whole(mark: Buffer, most: number): Promise<string> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of this.until(mark)) {
      length += part.length;
      if (length > most) throw invalid(`more than ${most} bytes of headers`);
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  async #more(): Promise<void> {
    const next = this.#ended ? { done: true as const } : await this.#source.next();
    if (next.done === true) {
      this.#ended = true;
      throw invalid('one that ends in the middle');
    }
    const value = next.value as Uint8Array;
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }
}

function invalid(got: string): AccordingError {
  return new AccordingError('request-invalid', `Expected a form with files (multipart/form-data), got ${got}`);
}
