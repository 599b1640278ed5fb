import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AccordingError } from '../../errors.ts';
import type { Upload } from './import.ts';
import { formFiles } from './multipart.ts';

/** What one upload may take. */
export interface UploadLimits {
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** How long nothing may come. */
  readonly idleMs: number;
  /** How long all of it may take. */
  readonly totalMs: number;
}

/** A year of an outlet's pages fits; what is larger is added on the machine itself, by `according add`. */
export const uploadLimits: UploadLimits = {
  maxBytes: 1_000_000_000,
  maxFiles: 20_000,
  idleMs: 15_000,
  totalMs: 30 * 60_000,
};

const longestName = 150;
const mostFolders = 20;

/**
 * Lays the files of a form into a temporary folder, under their names, and gives it; removing it is the caller's.
 *
 * @throws {AccordingError} `request-invalid`, `request-too-large` or `request-too-slow`; then nothing is left of it
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
  limits: UploadLimits,
): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'according-upload-'));
  const names = new Set<string>();
  const places = new Places(folder);
  let files = 0;
  try {
    for await (const { name, data } of formFiles(withinLimits(body, limits), contentType)) {
      if (++files > limits.maxFiles)
        throw new AccordingError('request-too-large', `Expected at most ${limits.maxFiles} files, got more`);
      const path = await places.next(safePath(name));
      await pipeline(data, createWriteStream(join(folder, path), { flags: 'wx' }));
      // A folder is read as a whole, which leaves out what browsers save beside a page.
      names.add(path.split('/')[0]!);
    }
    if (files === 0) throw new AccordingError('request-invalid', 'Expected files, got a form without any');
    return { folder, names: [...names] };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A body as long as it is within its limits. */
async function* withinLimits(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, idleMs, totalMs }: UploadLimits,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  const endMs = performance.now() + totalMs;
  let bytes = 0;
  try {
    while (reader !== undefined) {
      const { done, value } = await inTime(reader.read(), Math.min(idleMs, endMs - performance.now()));
      if (done) return;
      bytes += value.length;
      if (bytes > maxBytes)
        throw new AccordingError('request-too-large', `Expected at most ${maxBytes} bytes, got more`, { maxBytes });
      yield value;
    }
  } finally {
    await reader?.cancel().catch(() => {});
  }
}

async function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new AccordingError('request-too-slow', 'Expected the body to come, got nothing for too long')),
    Math.max(0, ms),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The path that a file has in its folder: whatever its name says, it leads nowhere else. */
function safePath(name: string): string {
  const parts = name
    .split(/[/\\]+/u)
    // oxlint-disable-next-line no-control-regex
    .map((part) => part.replace(/[\u0000-\u001f\u007f<>:"|?*]/gu, '_').trim())
    .filter((part) => !/^\.*$/u.test(part))
    .map(shortened);
  return parts.slice(-mostFolders).join('/') || 'file';
}

/** File systems allow 255 bytes; the ending tells what a file is. */
function shortened(part: string): string {
  if (Buffer.byteLength(part) <= longestName) return part;
  const ending = /\.[\w.]{1,12}$/u.exec(part)?.[0] ?? '';
  let kept = part.slice(0, longestName);
  while (Buffer.byteLength(kept) + ending.length > longestName) kept = kept.slice(0, -1);
  return kept.replace(/[\ud800-\udbff]$/u, '') + ending;
}

/** A place for each file of an upload: two may have the same name, and one that of another's folder. */
class Places {
  readonly #folder: string;
  readonly #taken = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async next(path: string): Promise<string> {
    const number = (this.#taken.get(path) ?? 0) + 1;
    this.#taken.set(path, number);
    const [, stem = '', ending = ''] = /^(.*?)((?:\.\w{1,8}){0,2})$/su.exec(path) ?? [];
    const wanted = number === 1 ? path : `${stem} (${number})${ending}`;
    try {
      await mkdir(dirname(join(this.#folder, wanted)), { recursive: true });
      if (!existsSync(join(this.#folder, wanted))) return wanted;
    } catch {
      // A file stands where the folder should.
    }
    return `${randomUUID()}${ending}`;
  }
}
