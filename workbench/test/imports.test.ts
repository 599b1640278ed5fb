import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

const table = [...readFileSync(join(src, 'README.md'), 'utf8').matchAll(/^\| `([\w.-]+?)\/?` \|/gm)].map(
  (match) => match[1]!,
);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));
const imports = files.flatMap((file) => {
  const found = readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu);
  return Array.from(found, ([, specifier = '']) => ({ file, specifier }));
});
const within = imports.flatMap(({ file, specifier }) => {
  if (!specifier.startsWith('.')) return [];
  const target = relative(src, resolve(src, dirname(file), specifier));
  return [{ line: `${file} → ${specifier}`, from: file.split(sep), to: target.split(sep) }];
});

describe('the folders of the workbench', () => {
  it('are those of the table in README.md', () => {
    const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());
    expect(table.toSorted()).toEqual([...folders, 'app.tsx', 'main.tsx'].toSorted());
  });

  it('import upwards in that table', () => {
    const down = within.filter(({ from, to }) => table.indexOf(to[0]!) > table.indexOf(from[0]!));
    expect(within.length).toBeGreaterThan(files.length);
    expect(down.map(({ line }) => line)).toEqual([]);
  });

  it('are entered by their index.ts, and pages by nobody but the list of them', () => {
    const deep = within.filter(({ from, to }) => {
      if (to[0] === '..') return false;
      if (to[0] === 'pages') return from[0] === 'pages' ? from[1] !== to[1] : from[0] !== 'app.tsx';
      return from[0] !== to[0] && to.length > 1 && !/^index\.(?:ts|css)$/u.test(to[1]!);
    });
    expect(deep.map(({ line }) => line)).toEqual([]);
  });

  it('name the engine in api/ alone, and its types at that', () => {
    const naming = imports.filter(({ specifier }) => /^according\b|engine\//u.test(specifier));
    expect([...new Set(naming.map(({ file }) => file))]).toEqual([join('api', 'values.ts')]);
    expect(readFileSync(join(src, 'api', 'values.ts'), 'utf8')).not.toMatch(/^(?:import|export) (?!type|interface)/mu);
  });
});
