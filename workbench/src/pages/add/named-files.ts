/** A file with the path that it has in what was chosen or dropped. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** As the server has them: what is larger is added on its machine, by `according add`. */
export const mostFiles = 20_000;
export const mostBytes = 1_000_000_000;

/** What systems leave in folders, which nobody means to add. */
const leftOut = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini)$/u;

/** The files of a file chooser; those of a folder with their paths in it. */
export function chosenFiles(files: Iterable<File>): NamedFile[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })).filter(
    ({ path }) => !path.split('/').some((part) => leftOut.test(part)),
  );
}

/**
 * The files of what was dropped, and of folders in it however deep. What cannot be read is left out: the browser tells no
 * reason.
 */
export async function droppedFiles(entries: readonly FileSystemEntry[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  const waiting = entries.toReversed();
  for (let entry = waiting.pop(); entry !== undefined && files.length <= mostFiles; entry = waiting.pop()) {
    if (leftOut.test(entry.name)) continue;
    if (isFolder(entry)) for (const inside of (await entriesOf(entry)).toReversed()) waiting.push(inside);
    else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file !== null) files.push({ path: entry.fullPath.replace(/^\//u, ''), file });
    }
  }
  return files;
}

/** Why so much cannot be sent; null where it can. */
export function tooMuch(files: readonly NamedFile[]): string | null {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length <= mostFiles && bytes <= mostBytes) return null;
  const got = files.length > mostFiles ? `more than ${mostFiles.toLocaleString()} files` : 'more than a gigabyte';
  return `These are ${got}. On the machine that holds the ledger, “according add” reads as many as there are.`;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A browser gives the entries of a folder in parts, the last of which is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of part) entries.push(entry);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
