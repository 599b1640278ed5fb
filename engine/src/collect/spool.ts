import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FoundFile } from './found-file.ts';

/** A packed file laid on disk for readers that need to jump within it; gone when disposed of. */
export interface Spooled extends AsyncDisposable {
  readonly path: string;
}

/** The file where it lies on disk as it is, else a copy in a temporary folder under a name that says nothing. */
export async function spool(file: FoundFile): Promise<Spooled> {
  if (file.path !== null) return { path: file.path, [Symbol.asyncDispose]: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'according-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  // Readers may ask for the ending; nothing else of a name in an archive comes to the disk.
  const ending = /\.(?:warc|xml|rss|atom|json|txt|urls|zip|xlsx)(?:\.gz)?$/iu.exec(file.name)?.[0] ?? '';
  const path = join(folder, `file${ending.toLowerCase()}`);
  try {
    await pipeline(file.open(), createWriteStream(path));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, [Symbol.asyncDispose]: remove };
}
