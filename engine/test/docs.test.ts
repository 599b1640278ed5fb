import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { annotate, createDocument, errorCodes, toInterchange, type AttributionId } from '../src/index.ts';
import { exitCode } from '../src/cli/exit-code.ts';
import { createProgram } from '../src/cli/program.ts';
import { diagnosticCodes } from '../src/document/index.ts';
import { Files } from './run-according.ts';

const files = new Files();
afterAll(() => files.remove());

function page(name: string): string {
  return readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
}

/** The text under a heading, up to the next one of its level or above. */
function section(markdown: string, heading: string): string {
  const level = /^#+/.exec(heading)![0].length;
  const [, after] = `\n${markdown}`.split(`\n${heading}\n`);
  expect(after, `a heading “${heading}”`).toBeDefined();
  return after!.split(new RegExp(`\n#{1,${level}} `))[0]!;
}

/** What stands in code in the first column of the tables. */
function firstColumn(markdown: string): string[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
}

function headings(markdown: string, level: number): string[] {
  return [...markdown.matchAll(/^(#+) `([^`]+)`$/gm)]
    .filter((match) => match[1]!.length === level)
    .map((match) => match[2]!);
}

describe('docs/cli.md', () => {
  const { commands } = createProgram(() => {});

  it('has a heading for every command, and for nothing else', () => {
    expect(headings(page('cli'), 2)).toEqual(commands.map((command) => `according ${command.name()}`));
  });

  it.each(commands.map((command) => ({ command, name: command.name() })))(
    'lists the options of $name as they are, and shows an example',
    ({ command, name }) => {
      const text = section(page('cli'), `## \`according ${name}\``);
      expect(firstColumn(text)).toEqual(command.options.map(({ flags }) => flags));
      expect(text).toMatch(new RegExp(`^\\$ (.* )?according ${name}`, 'm'));
      const calls = [...text.matchAll(/according \w+[^`\n|]*/g)].flatMap(([call]) => call.match(/--[\w-]+/g) ?? []);
      const known = command.options.map(({ long }) => long);
      expect(calls.filter((flag) => !known.includes(flag))).toEqual([]);
    },
  );

  it('lists the exit codes', () => {
    expect(firstColumn(page('cli').split('\n## ')[0]!)).toEqual(Object.values(exitCode).map(String));
  });
});

describe('docs/errors.md', () => {
  it.each([
    { heading: '## Error codes', codes: errorCodes },
    { heading: '## Diagnostic codes', codes: diagnosticCodes },
  ])('explains each of the codes, and nothing else: $heading', ({ heading, codes }) => {
    const text = section(page('errors'), heading);
    expect(headings(text, 3)).toEqual([...codes]);
    for (const code of codes) expect(section(text, `### \`${code}\``).trim(), code).not.toBe('');
  });
});

describe('docs/interchange.md', () => {
  it('lists every key that comes out, in order, and nothing else', () => {
    const { text, attributions } = annotate('BRIM (Meridian) — [Ana](source) [said](cue) [so](content).');
    const span = { start: 0, end: 4 };
    const everything = toInterchange({
      document: createDocument(text, {
        metadata: {
          url: 'https://courier.example',
          title: 'Title',
          publisher: 'Courier',
          date: '2026-03-04',
          authors: ['Tove Halloran'],
        },
        dateline: { span, place: span, agency: null, date: null },
      }),
      attributions: attributions.map((spans) => ({ ...spans, id: 'a1' as AttributionId, parent: null })),
      model: { name: 'none', version: '0' },
    });
    const [document, attribution] = section(page('interchange'), '## Out').split('An attribution:');
    expect(firstColumn(document!)).toEqual(Object.keys(everything));
    expect(firstColumn(attribution!)).toEqual(Object.keys(everything.attributions[0]!));
  });

  it('shows examples that are JSON', () => {
    for (const [, json] of page('interchange').matchAll(/^```json\n([^]*?)^```/gm))
      expect(() => JSON.parse(json!)).not.toThrow();
  });
});

describe('docs/library.md', () => {
  const index = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
  const exported = (pattern: RegExp): string[] =>
    [...index.matchAll(pattern)].flatMap((match) => match[1]!.split(',').map((name) => name.trim()));

  it.each([
    { heading: '## Functions and values', names: exported(/^export \{([^}]+)\}/gm) },
    { heading: '## Types', names: exported(/^export type \{([^}]+)\}/gm) },
  ])('lists the exported names, and nothing else: $heading', ({ heading, names }) => {
    expect(firstColumn(section(page('library'), heading)).sort()).toEqual(names.filter((name) => name !== '').sort());
  });

  it('shows an example that does what the page says', { timeout: 120_000 }, async () => {
    const example = /^```js\n([^]*?)^```/m.exec(page('library'))![1]!;
    const built = new URL('../dist/index.js', import.meta.url).href;
    const file = files.write('example.mjs', example.replace("'according'", `'${built}'`));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(page('library')).toContain(`It prints \`${stdout.trim()}\`.`);
    expect(stdout.trim()).not.toBe('');
  });
});

describe('every page', () => {
  it.each(['cli', 'errors', 'interchange', 'library'])('links to pages that are there: %s', (name) => {
    for (const [, link] of page(name).matchAll(/\]\(([\w-]+)\.md\)/g)) expect(page(link!)).not.toBe('');
  });
});
