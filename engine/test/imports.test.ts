import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

const nouns = ['document', 'attribution', 'record'];
const stages = ['ingest', 'segment', 'extract', 'resolve', 'stance', 'occasion', 'voice', 'dispute', 'confidence'];

/** One import of one file by another, or of a package where `toFolder` is `null`. */
interface Import {
  readonly file: string;
  readonly folder: string;
  readonly specifier: string;
  readonly toFolder: string | null;
  readonly typeOnly: boolean;
}

const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const imports = files.flatMap(importsOf);
const between = imports.filter(
  ({ folder, toFolder }) => toFolder !== null && toFolder !== folder && toFolder !== 'errors.ts',
);

/** Every `import … from`, `export … from`, bare `import` and `import()` of a file, types included. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(src, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = [
    ...source.matchAll(/^(?:import|export)\s+(?<what>(?:type\s+)?[\w*{][^;'"]*?)\s*from\s*['"](?<from>[^'"]+)['"]/gm),
    ...source.matchAll(/^import\s*(?<what>)['"](?<from>[^'"]+)['"]/gm),
    ...source.matchAll(/(?<what>typeof\s+)?\bimport\s*\(\s*['"](?<from>[^'"]+)['"]\s*\)/g),
  ];
  return statements.map(({ groups }) => {
    const { what = '', from: specifier = '' } = groups!;
    const names = /^\{(.*)\}$/s
      .exec(what.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const typeOnly = /^type(of)?\b/.test(what) || (names?.every((name) => name.startsWith('type ')) ?? false);
    const toFolder = specifier.startsWith('.') ? folderOf(relative(src, resolve(src, dirname(file), specifier))) : null;
    return { file, folder: folderOf(file), specifier, toFolder, typeOnly };
  });
}

function folderOf(file: string): string {
  return file.split(sep)[0]!;
}

/** Imports as `file → specifier`, so that a failure names the lines to change. */
function named(found: readonly Import[]): string[] {
  return found.map(({ file, specifier }) => `${file} → ${specifier}`);
}

describe('the folders of the engine', () => {
  const table = [...readFileSync(join(src, 'README.md'), 'utf8').matchAll(/^\| `([\w.]+?)\/?` \|/gm)].map(
    (match) => match[1]!,
  );

  it('are those of the table in README.md', () => {
    expect([...table].sort()).toEqual([...folders, 'errors.ts'].sort());
  });

  it('import upwards in that table, save that pipeline makes lines of answers with export', () => {
    const down = between.filter(
      ({ folder, toFolder }) => table.includes(folder) && table.indexOf(toFolder!) > table.indexOf(folder),
    );
    expect(named(down)).toEqual([]);
  });

  it('form no cycle, type imports included', () => {
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const { folder, toFolder } of between) {
        if (folder !== from || seen.has(toFolder!)) continue;
        seen.add(toFolder!);
        reached(toFolder!, seen);
      }
      return seen;
    };
    expect(folders.filter((folder) => reached(folder).has(folder))).toEqual([]);
  });

  it('are named for what they hold', () => {
    expect(
      folders.filter((folder) => ['utils', 'common', 'types', 'helpers', 'lib', 'shared'].includes(folder)),
    ).toEqual([]);
  });

  it.each(folders.filter((folder) => folder !== 'cli'))('say what comes in and what goes out: %s', (folder) => {
    const [comesIn, goesOut] = readFileSync(join(src, folder, 'index.ts'), 'utf8').split('\n');
    expect(comesIn).toMatch(/^\/\/ Comes in: .+/);
    expect(goesOut).toMatch(/^\/\/ Goes out: .+/);
  });
});

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true);
    expect(named(imports)).toContain(`${join('cli', 'program.ts')} → ./read.ts`);
  });

  it('enter another folder by its index.ts', () => {
    const deep = between.filter(({ specifier }) => !specifier.endsWith('/index.ts'));
    // line-worker.ts and the root's index.ts are no exceptions: they, too, go by the index.
    expect(named(deep)).toEqual([]);
  });

  it.each(['document', 'inference'])('of %s name no other folder', (folder) => {
    expect(named(between.filter((found) => found.folder === folder))).toEqual([]);
  });

  it('of the ONNX runtime are those of inference alone', () => {
    const runtime = imports.filter(({ specifier }) => specifier.startsWith('onnxruntime'));
    expect([...new Set(runtime.map(({ folder }) => folder))]).toEqual(['inference']);
  });

  it('of stages name nouns and inference, and of stages before them types alone', () => {
    // What one stage makes and the next takes has to have a type. It stands with the stage that makes it, and the next
    // imports it, backwards in the flow and erased at run time: a copy of it among the nouns would name a thing that
    // nobody but these two ever sees. Functions of another stage stay out of reach; stages meet in pipeline/stages.ts.
    const wrong = between.filter(({ folder, toFolder, typeOnly }) => {
      if (!stages.includes(folder) || nouns.includes(toFolder!) || toFolder === 'inference') return false;
      return !(typeOnly && stages.indexOf(toFolder!) >= 0 && stages.indexOf(toFolder!) < stages.indexOf(folder));
    });
    expect(named(wrong)).toEqual([]);
  });

  it.each([
    { folder: 'attribution', allowed: ['document'] },
    { folder: 'evaluate', allowed: nouns },
    { folder: 'export', allowed: nouns },
    // What a file is, and what a line of one holds, is told by ingest alone.
    { folder: 'collect', allowed: ['ingest'] },
    { folder: 'ledger', allowed: nouns },
    { folder: 'pipeline', allowed: [...nouns, 'inference', ...stages, 'collect', 'ledger', 'export'] },
    { folder: 'api', allowed: [...nouns, 'ledger', 'pipeline', 'export'] },
    { folder: 'cli', allowed: [...nouns, 'ledger', 'pipeline', 'evaluate', 'export', 'api'] },
    { folder: 'index.ts', allowed: [...nouns, 'pipeline', 'evaluate', 'export'] },
  ])('of $folder name $allowed at most', ({ folder, allowed }) => {
    expect(named(between.filter((found) => found.folder === folder && !allowed.includes(found.toFolder!)))).toEqual([]);
  });
});
