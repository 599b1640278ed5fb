import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { AccordingError } from '../errors.ts';

/**
 * Writes beside the file and puts it in its place when it is whole: what was there before is never left half written over.
 * What is no file, such as `/dev/null` or a named pipe, is written to as it is.
 *
 * @throws {AccordingError} `output-unwritable`, or what `chunks` throw
 */
export async function writeFile(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const { path, isPlain } = await targetOf(file);
  const partial = isPlain ? `${path}.part` : path;
  const stream = createWriteStream(partial);
  try {
    // Asking first spares the search where nothing can be written.
    await once(stream, 'open');
    await writeTo(stream, chunks);
    stream.end();
    await once(stream, 'close');
    if (isPlain) await rename(partial, path);
  } catch (cause) {
    stream.destroy();
    if (isPlain) await rm(partial, { force: true });
    if (cause instanceof AccordingError || (cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
    throw unwritable(file, cause);
  }
}

/** Hands on piece by piece, as fast as they are taken; one who has read enough (`| head`) ends it. */
export async function writeTo(
  stream: NodeJS.WritableStream,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  let failure: Error | null = null;
  stream.on('error', (error: Error) => {
    failure = error;
  });
  for await (const chunk of chunks) {
    if (failure !== null) break;
    await new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
  }
  if (failure !== null && (failure as NodeJS.ErrnoException).code !== 'EPIPE') throw failure;
}

/** The error for a file that cannot be written, in words instead of the system's. */
export function unwritable(file: string, cause: unknown): AccordingError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `no folder “${dirname(file)}”`,
    ENOTDIR: `“${dirname(file)}”, which is no folder`,
    EISDIR: 'a folder of this name',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'a disk that can only be read',
    ENOSPC: 'a full disk',
    EDQUOT: 'a full disk quota',
    ENAMETOOLONG: 'a name that is too long',
  };
  const got = Object.hasOwn(reasons, code ?? '') ? reasons[code!] : message;
  return new AccordingError('output-unwritable', `Expected to write ${file}, got ${got}`, { file }, cause);
}

/** Where to write: what a link leads to, so that the link stays one. */
async function targetOf(file: string): Promise<{ readonly path: string; readonly isPlain: boolean }> {
  try {
    const path = await realpath(file);
    const stats = await stat(path);
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return { path, isPlain: stats.isFile() };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { path: file, isPlain: true };
    throw unwritable(file, cause);
  }
}
