import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of the workbench by their paths (`/assets/app-1a2b.js`), and where they lie. */
export type WorkbenchFiles = ReadonlyMap<string, string>;

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

/** The files of the first folder that has a workbench in it; null where it has not been built. Only these are ever served. */
export function findWorkbench(folders: readonly string[] = workbenchFolders): WorkbenchFiles | null {
  for (const folder of folders) {
    if (statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.isFile() !== true) continue;
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in mediaTypes)
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]));
  }
  return null;
}

/** One of the files; hashed names never change what they stand for. */
export function workbenchFile(path: string, file: string): Response {
  const immutable = path.startsWith('/assets/');
  return new Response(readFileSync(file), {
    headers: {
      'content-type': mediaTypes[extname(path)]!,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
