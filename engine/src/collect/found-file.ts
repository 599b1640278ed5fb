import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { AccordingError } from '../errors.ts';
import type { Meter } from './progress.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { unreadable } from './unreadable.ts';

/** A file on disk or in an archive. */
export interface FoundFile {
  /** For people: path, and path within archives. */
  readonly origin: string;
  /** The last part of its path, without `.gz` where that has been undone. */
  readonly name: string;
  /** Where it lies on disk as it is, `null` in an archive. */
  readonly path: string | null;
  /** How many archives and packings it lies in. */
  readonly zips: number;
  readonly gzips: number;
  /** What may be unpacked from the file on disk that it comes from. */
  readonly budget: UnpackBudget;
  /** Its bytes from the start; may be called again. Errors are `AccordingError`s. */
  open(): AsyncIterable<Uint8Array>;
}

const headBytes = 8192;

/** A file as it lies on disk; `meter` hears how far it has been read. */
export function fileOnDisk(path: string, origin: string, budget: UnpackBudget, meter: Meter | null): FoundFile {
  return { origin, name: basename(path), path, zips: 0, gzips: 0, budget, open: () => readDisk(path, meter) };
}

async function* readDisk(path: string, meter: Meter | null): AsyncGenerator<Uint8Array> {
  let offset = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      offset += chunk.length;
      meter?.reach(offset);
      yield chunk;
    }
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The first bytes, enough to tell what a file is. */
export async function readHead(file: FoundFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

/**
 * All bytes of a file that has at most `maxBytes`; `what` is the word for it in the message.
 *
 * @throws {AccordingError} `document-too-large`
 */
export async function readWhole(file: FoundFile, maxBytes: number, what: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > maxBytes) {
      const message = `Expected ${what} of at most ${maxBytes / 1e6} MB, got more`;
      throw new AccordingError('document-too-large', message, { maxBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
