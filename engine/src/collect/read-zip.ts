import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { AccordingError } from '../errors.ts';
import { failure } from './failure.ts';
import type { FoundFile } from './found-file.ts';
import { isLeftOut } from './left-out.ts';
import type { Limits } from './limits.ts';
import type { Meter } from './progress.ts';
import type { Collected } from './raw-report.ts';
import { spool } from './spool.ts';

/**
 * Reads a zip archive, each entry as `collect` reads files; an entry that cannot be had costs no other.
 *
 * Nothing is written under an entry's name. Names that point out of the archive are failures all the same: what they say
 * of where a report comes from would be a lie.
 *
 * @throws {AccordingError} `archive-invalid`, `archive-too-large`, `nothing-found`
 */
export async function* readZip(
  file: FoundFile,
  collect: (entry: FoundFile) => AsyncIterable<Collected>,
  { limits, meter }: { readonly limits: Limits; readonly meter: Meter | null },
): AsyncGenerator<Collected> {
  const { default: yauzl } = await import('yauzl');
  await using archive = await spool(file);
  let zip: ZipFile;
  try {
    // Without decoding by the library: there, one name that points outside would end the reading of all.
    zip = await yauzl.openPromise(archive.path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (cause) {
    throw broken('a zip archive', cause);
  }
  let found = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (name.endsWith('/') || name.split('/').some((part) => part !== '..' && part !== '.' && isLeftOut(part)))
        continue;
      found++;
      const origin = `${file.origin}/${name}`;
      const wrong =
        yauzl.validateFileName(name) === null ? wrongWith(entry, limits) : wrongEntry('a name that points out of it');
      if (wrong === null) yield* collect(entryFile(file, zip, entry, name));
      else yield failure(origin, wrong);
      if (file.budget.spent) {
        const message =
          'Expected an archive that can be unpacked, got one that unpacks without end; the rest is left out';
        throw new AccordingError('archive-too-large', message);
      }
      if (file.zips === 0 && file.gzips === 0) meter?.reach(entry.relativeOffsetOfLocalHeader + entry.compressedSize);
    }
  } finally {
    zip.close();
  }
  if (found === 0) throw new AccordingError('nothing-found', 'Expected reports in the archive, got none');
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    throw broken('a zip archive with a list of its files', cause);
  }
}

const symbolicLink = 0o120000;

/** What an entry says of its size holds: where more comes out, the library stops. */
function wrongWith(entry: Entry, limits: Limits): AccordingError | null {
  if (entry.isEncrypted()) return wrongEntry('one that is encrypted');
  const unix = entry.versionMadeBy >>> 8 === 3;
  if (unix && ((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink) return wrongEntry('a symbolic link');
  const allowed = Math.max(limits.leastUnpackedBytes, limits.maxUnpackedRatio * entry.compressedSize);
  if (entry.uncompressedSize <= allowed) return null;
  const [packed, size] = [entry.compressedSize, entry.uncompressedSize].map((bytes) => bytes.toLocaleString('en'));
  const message = `Expected a file in the archive that can be unpacked, got ${packed} bytes that make ${size}`;
  return new AccordingError('archive-too-large', message, { allowed });
}

function wrongEntry(got: string): AccordingError {
  return new AccordingError('archive-invalid', `Expected a file in the archive, got ${got}`);
}

function entryFile(file: FoundFile, zip: ZipFile, entry: Entry, name: string): FoundFile {
  return {
    origin: `${file.origin}/${name}`,
    name: name.slice(name.lastIndexOf('/') + 1),
    path: null,
    zips: file.zips + 1,
    gzips: file.gzips,
    budget: file.budget,
    open: () => readEntry(file, zip, entry),
  };
}

async function* readEntry(file: FoundFile, zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      file.budget.spend(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AccordingError ? cause : broken('a file that can be unpacked', cause);
  } finally {
    stream?.destroy();
  }
}

function broken(expected: string, cause: unknown): AccordingError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const got = /end of central directory/iu.test(message)
    ? 'one that is cut off, or other bytes'
    : `a damaged one (${message})`;
  return new AccordingError('archive-invalid', `Expected ${expected}, got ${got}`, {}, cause);
}
