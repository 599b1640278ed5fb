import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { AccordingError } from '../errors.ts';
import { fetchReport, maxTextLength } from '../pipeline/index.ts';

/** Bytes of a report and where they come from. */
export interface Input {
  readonly name: string;
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
  if (name === '-') {
    return { name: 'standard input', bytes: await readAll(process.stdin, 'standard input'), url: null, contentType: null };
  }
  if (/^https?:\/\//iu.test(name)) {
    const { bytes, url, contentType } = await fetchReport(name, { maxBytes, timeoutMs: fetchTimeoutMs });
    return { name, bytes, url, contentType };
  }
  checkFile(name);
  const file = await open(name).catch((cause: unknown) => {
    throw unreadable(name, reason(cause), cause);
  });
  try {
    return { name, bytes: await readAll(file.createReadStream(), name), url: null, contentType: null };
  } finally {
    await file.close().catch(() => {}); // the stream may have closed it
  }
}

/**
 * Stream of a file's bytes.
 *
 * @throws {AccordingError} `file-unreadable`
 */
export function openFile(name: string): AsyncIterable<Uint8Array> {
  checkFile(name);
  return createReadStream(name);
}

function checkFile(name: string): void {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats === undefined) throw unreadable(name, 'nothing of that name');
  if (stats.isDirectory()) throw unreadable(name, `a directory; name the files in it: ${name.replace(/[/\\]$/u, '')}/*`);
}

async function readAll(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw unreadable(name, reason(cause), cause);
  }
  if (size > maxBytes) {
    throw new AccordingError('document-too-large', `Expected a report of at most ${maxBytes / 1e6} MB, got more`, { name });
  }
  return Buffer.concat(chunks);
}

function unreadable(name: string, got: string, cause?: unknown): AccordingError {
  return new AccordingError('file-unreadable', `Expected a file, got ${got}`, { name }, cause);
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
