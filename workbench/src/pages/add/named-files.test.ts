import { describe, expect, it } from 'vitest';
import { chosenFiles, droppedFiles, mostBytes, mostFiles, tooMuch } from './named-files.ts';

/** As a browser gives it: files and folders below a place, folders in parts of two entries. */
function entry(fullPath: string, children?: readonly FileSystemEntry[]): FileSystemEntry {
  const name = fullPath.split('/').at(-1)!;
  if (children === undefined) {
    const file = (give: (file: File) => void, refuse: () => void): void =>
      name.startsWith('locked') ? refuse() : give(new File(['words'], name));
    return { name, fullPath, isDirectory: false, isFile: true, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    let at = 0;
    return { readEntries: (give: (some: readonly FileSystemEntry[]) => void) => give(children.slice(at, (at += 2))) };
  };
  return { name, fullPath, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
}

const pathsOf = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);

describe('files that are dropped', () => {
  it('are those of all folders, with their paths', async () => {
    const may = entry('/press/may', [
      entry('/press/may/3.html'),
      entry('/press/may/1.html'),
      entry('/press/may/2.html'),
    ]);
    const files = await droppedFiles([entry('/one.txt'), entry('/press', [entry('/press/zero.html'), may])]);
    const may123 = ['press/may/1.html', 'press/may/2.html', 'press/may/3.html'];
    expect(pathsOf(files)).toEqual(['one.txt', ...may123, 'press/zero.html']);
  });

  it('are none of what a system or a locked disk leaves there', async () => {
    const names = ['.DS_Store', 'locked.txt', 'Thumbs.db', 'good.txt'];
    const folder = entry('/press', [...names.map((name) => entry(`/press/${name}`)), entry('/press/.git', [])]);
    expect(pathsOf(await droppedFiles([folder]))).toEqual(['press/good.txt']);
  });

  it('may be in a folder so deep that it would break a recursion', async () => {
    let folder = entry(`${'/f'.repeat(5000)}/deep.txt`);
    for (let depth = 5000; depth > 0; depth--) folder = entry('/f'.repeat(depth), [folder]);
    expect(await droppedFiles([folder])).toHaveLength(1);
  });
});

describe('files that are chosen', () => {
  it('keep the path of their folder', () => {
    const file = new File(['words'], 'one.txt');
    const inFolder = Object.defineProperty(new File(['words'], 'two.txt'), 'webkitRelativePath', {
      value: 'press/two.txt',
    });
    const hidden = Object.defineProperty(new File([''], 'x'), 'webkitRelativePath', { value: 'press/.git/x' });
    expect(pathsOf(chosenFiles([file, inFolder, hidden]))).toEqual(['one.txt', 'press/two.txt']);
  });
});

describe('what is too much to send', () => {
  const file = (size: number) => ({ path: 'a', file: { size } as File });

  it('is told before it is sent', () => {
    expect(tooMuch([file(mostBytes)])).toBeNull();
    expect(tooMuch([file(mostBytes), file(1)])).toContain('gigabyte');
    expect(tooMuch(Array.from({ length: mostFiles + 1 }, () => file(1)))).toContain('files');
  });
});
