import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the workbench is made of, and what a browser has to know about it. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Where the workbench lies in the published package, and in a checkout. */
export const workbenchFolders: readonly string[] = ['../../../dist/workbench', '../../../../workbench/dist'].map(
  (path) => fileURLToPath(new URL(path, import.meta.url)),
);

/** Where nothing was found, it is looked for again at most this often. */
const lookAgainMs = 250;

/**
 * The files of the first folder that has a workbench in it. Only files that were listed are ever served; they are listed
 * again once the workbench has been built anew, which gives them other names.
 */
export class WorkbenchFiles {
  readonly #folders: readonly string[];
  /** By their paths: `/assets/app-1a2b.js`. */
  #files: ReadonlyMap<string, string> = new Map();
  #builtMs: number | null = null;
  #listedMs = Number.NEGATIVE_INFINITY;

  constructor(folders: readonly string[] = workbenchFolders) {
    this.#folders = folders;
  }

  /** A file as it is now; null where there is none of this path. Hashed names never change what they stand for. */
  answer(path: string): Response | null {
    const body = this.#read(path);
    if (body === null) return null;
    const immutable = path.startsWith('/assets/');
    return new Response(body, {
      headers: {
        'content-type': mediaTypes[extname(path)]!,
        'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  }

  #read(path: string): Uint8Array<ArrayBuffer> | null {
    const { folder, builtMs } = this.#newest();
    if (builtMs !== this.#builtMs) this.#list(folder, builtMs);
    let body = readIfThere(this.#files.get(path));
    // While it is being built, the first page may be there before the others.
    if (body === null && performance.now() - this.#listedMs > lookAgainMs) {
      this.#list(folder, builtMs);
      body = readIfThere(this.#files.get(path));
    }
    return body;
  }

  #newest(): { readonly folder: string | null; readonly builtMs: number | null } {
    for (const folder of this.#folders) {
      const index = statSync(join(folder, 'index.html'), { throwIfNoEntry: false });
      if (index?.isFile() === true) return { folder, builtMs: index.mtimeMs };
    }
    return { folder: null, builtMs: null };
  }

  #list(folder: string | null, builtMs: number | null): void {
    const paths =
      folder === null
        ? []
        : readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && extname(entry.name) in mediaTypes)
            .map((entry) => join(entry.parentPath, entry.name));
    this.#files = new Map(paths.map((path) => [`/${relative(folder!, path).split(sep).join('/')}`, path]));
    this.#builtMs = builtMs;
    this.#listedMs = performance.now();
  }
}

function readIfThere(file: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
