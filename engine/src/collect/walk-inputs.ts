import type { Stats } from 'node:fs';
import { glob, readdir, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccordingError } from '../errors.ts';
import { isLeftOut } from './left-out.ts';
import { unreadable } from './unreadable.ts';

/** What an input names: a file, an address, or why it names neither. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'failure'; readonly origin: string; readonly error: AccordingError };

/**
 * Finds what inputs name: files, folders with all that is in them, patterns such as `reports/*.html` where no file bears
 * that name, and `http(s)` addresses.
 *
 * Inputs come in their order, and what is in a folder or fits a pattern in the order of its names, so that a run that was
 * stopped meets the same files again. Links are followed, and each folder is entered once.
 */
export async function* walkInputs(inputs: readonly string[], signal?: AbortSignal): AsyncGenerator<Found> {
  for (const input of inputs) {
    if (/^https?:\/\//iu.test(input)) yield { kind: 'url', url: input };
    else if (/^file:\/\//iu.test(input)) yield* walkAddress(input, signal);
    else yield* walkPath(input, signal);
  }
}

async function* walkAddress(input: string, signal?: AbortSignal): AsyncGenerator<Found> {
  let path: string;
  try {
    path = fileURLToPath(input);
  } catch (cause) {
    const message = `Expected a file's address, got “${input}”`;
    yield { kind: 'failure', origin: input, error: new AccordingError('file-unreadable', message, {}, cause) };
    return;
  }
  yield* walkPath(path, signal);
}

async function* walkPath(input: string, signal?: AbortSignal): AsyncGenerator<Found> {
  if (input === '') {
    const error = new AccordingError('file-unreadable', 'Expected a file or folder, got an empty name');
    yield { kind: 'failure', origin: '“”', error };
    return;
  }
  const path = normalize(input);
  const stats = await statOf(path);
  if (!(stats instanceof AccordingError)) yield* walkStats(path, stats, signal);
  else if (/[*?[\]{}]/u.test(input) && stats.message.includes('nothing of that name'))
    yield* walkPattern(input, signal);
  else yield { kind: 'failure', origin: path, error: hinted(input, stats) };
}

async function* walkPattern(pattern: string, signal?: AbortSignal): AsyncGenerator<Found> {
  const paths: string[] = [];
  try {
    // What a hidden folder holds is left out as in folders, unless the pattern says so itself.
    const exclude = (name: string): boolean =>
      name === 'node_modules' || (name.startsWith('.') && name.length > 1 && name !== '..');
    for await (const path of glob(pattern, { exclude: /(^|\/)\./u.test(pattern) ? () => false : exclude })) {
      signal?.throwIfAborted();
      paths.push(path);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    yield { kind: 'failure', origin: pattern, error: unreadable(cause) };
    return;
  }
  // A pattern with ** names what is in folders already.
  const enters = !pattern.includes('**');
  let found = false;
  for (const path of paths.sort()) {
    const stats = await statOf(path);
    if (!(stats instanceof AccordingError) && stats.isDirectory() && !enters) continue;
    if (!(stats instanceof AccordingError) && stats.isFile() && isLeftOut(path.slice(path.lastIndexOf('/') + 1)))
      continue;
    found = true;
    if (stats instanceof AccordingError) yield { kind: 'failure', origin: path, error: stats };
    else yield* walkStats(path, stats, signal);
  }
  if (found) return;
  const error = new AccordingError('nothing-found', 'Expected files that fit the pattern, got none', { pattern });
  yield { kind: 'failure', origin: pattern, error };
}

async function* walkStats(path: string, stats: Stats, signal?: AbortSignal): AsyncGenerator<Found> {
  if (stats.isFile()) yield { kind: 'file', path, size: stats.size };
  else if (stats.isDirectory()) yield* walkFolder(path, stats, signal);
  else {
    const error = new AccordingError('file-unreadable', 'Expected a file or folder, got a pipe or a device');
    yield { kind: 'failure', origin: path, error };
  }
}

/** Not recursive: folders can lie in each other thousands deep. */
async function* walkFolder(path: string, stats: Stats, signal?: AbortSignal): AsyncGenerator<Found> {
  const entered = new Set([identity(stats)]);
  let found = false;
  // Paths to come, the next one last.
  const left: string[] = [];
  const enter = async function* (folder: string): AsyncGenerator<Found> {
    try {
      for (const name of (await namesIn(folder)).reverse()) left.push(join(folder, name));
    } catch (cause) {
      found = true;
      yield { kind: 'failure', origin: folder, error: unreadable(cause) };
    }
  };
  yield* enter(path);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    signal?.throwIfAborted();
    const stats = await statOf(next);
    if (stats instanceof AccordingError) {
      found = true;
      yield { kind: 'failure', origin: next, error: stats };
    } else if (stats.isFile()) {
      found = true;
      yield { kind: 'file', path: next, size: stats.size };
    } else if (stats.isDirectory() && !entered.has(identity(stats))) {
      entered.add(identity(stats));
      yield* enter(next);
    }
  }
  if (found) return;
  const error = new AccordingError('nothing-found', 'Expected reports in the folder, got none');
  yield { kind: 'failure', origin: path, error };
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** Names of what may be reports, in order; what a browser saved beside a page is not. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const all = new Set(names);
  const besidePage = (name: string): boolean => {
    const page = /^(.+)_files$/u.exec(name)?.[1];
    return page !== undefined && (all.has(`${page}.html`) || all.has(`${page}.htm`));
  };
  return names.filter((name) => !isLeftOut(name) && !besidePage(name)).sort();
}

async function statOf(path: string): Promise<Stats | AccordingError> {
  try {
    return await stat(path);
  } catch (cause) {
    return unreadable(cause);
  }
}

function hinted(input: string, error: AccordingError): AccordingError {
  if (!/^www\.|^[\w.-]+\.[a-z]{2,}\//iu.test(input) || !error.message.includes('nothing of that name')) return error;
  return new AccordingError(
    error.code,
    `${error.message}; as an address: https://${input}`,
    error.details,
    error.cause,
  );
}
