import { createReadStream, statSync } from 'node:fs';
import { AccordingError } from '../errors.ts';
import { fetchReport, maxTextLength } from '../pipeline/index.ts';

/** Bytes of a report and where they come from. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly contentType: string | null;
}

/** A page's markup can be many times its text; beyond this it is no report. */
const maxBytes = 20 * maxTextLength;
const fetchTimeoutMs = 30_000;

/**
 * Reads all of a file, an `http(s)` address, or standard input (`-`).
 *
 * @throws {AccordingError} `file-unreadable`, `document-too-large`, `fetch-failed` or `redirect-loop`
 */
export async function readInput(name: string): Promise<Input> {
  if (/^https?:\/\//iu.test(name)) return fetchReport(name, { maxBytes, timeoutMs: fetchTimeoutMs });
  const stream = name === '-' ? openStdin() : openFile(name);
  return { bytes: await readAll(stream, name), url: null, contentType: null };
}

/**
 * Stream of a file's bytes.
 *
 * @throws {AccordingError} `file-unreadable`, at once or while it is read
 */
export function openFile(name: string): AsyncIterable<Uint8Array> {
  checkFile(name);
  return readable(createReadStream(name));
}

/**
 * Stream of the bytes of standard input.
 *
 * @throws {AccordingError} `file-unreadable` while it is read
 */
export function openStdin(): AsyncIterable<Uint8Array> {
  return readable(process.stdin);
}

async function* readable(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw unreadable(reasonOf(cause), cause);
  }
}

function checkFile(name: string): void {
  let stats;
  try {
    stats = statSync(name, { throwIfNoEntry: false });
  } catch (cause) {
    throw unreadable(reasonOf(cause), cause);
  }
  if (stats === undefined) {
    const address = /^www\.|^[\w.-]+\.[a-z]{2,}\//iu.test(name) ? `; as an address: https://${name}` : '';
    throw unreadable(`nothing of that name${address}`);
  }
  if (stats.isDirectory()) throw unreadable(`a directory; name the files in it: ${name.replace(/[/\\]$/u, '')}/*`);
}

async function readAll(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new AccordingError('document-too-large', `Expected a report of at most ${maxBytes / 1e6} MB, got more`, {
        name,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unreadable(got: string, cause?: unknown): AccordingError {
  return new AccordingError('file-unreadable', `Expected a file, got ${got}`, {}, cause);
}

/** The system's words for a failure, without the call and path that Node adds. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/^E[A-Z]+: /u, '').replace(/, \w+( '.*')?$/u, '');
}
