import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import {
  annotate,
  createDocument,
  distances,
  errorCodes,
  quotationForms,
  sourceTypes,
  stances,
  toInterchange,
} from '../src/index.ts';
import { exitCode } from '../src/cli/exit-code.ts';
import { createProgram } from '../src/cli/program.ts';
import { diagnosticCodes, noMetadata } from '../src/document/index.ts';
import { findOccasion } from '../src/occasion/index.ts';
import { handMade } from './hand-made.ts';
import { Files, run } from './run-according.ts';

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

describe('README.md', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('shows a first result that is one', { timeout: 120_000 }, async () => {
    const example = /^npx according read (examples\/\S+) /m.exec(readme)![1]!;
    const shown = /^```text\n([^]*?)^```/m.exec(readme)![1]!;
    const { stdout } = await run(['read', fileURLToPath(new URL(`../../${example}`, import.meta.url))]);
    expect(stdout).toContain(shown);
  });

  it('links to files that are there', () => {
    for (const [, link] of readme.matchAll(/\]\(([^):]+)\)/g))
      expect(existsSync(new URL(`../../${link!}`, import.meta.url)), link).toBe(true);
  });
});

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
    const span = { start: 0, end: 4 };
    const everything = toInterchange(
      handMade('BRIM (Meridian) — [Ana](source) [said](cue) [so](content) on Tuesday.', {
        statements: { 1: { entity: 'e1', time: ['on Tuesday', '2026-03-03'] } },
        entities: { e1: { name: 'Ana' } },
        metadata: {
          url: 'https://courier.example',
          title: 'Title',
          publisher: 'Courier',
          date: '2026-03-04',
          authors: ['Tove Halloran'],
        },
        document: { dateline: { span, place: span, agency: null, date: null } },
      }),
    );
    const [attribution, entity] = [everything.attributions[0]!, everything.entities[0]!];
    const out = section(page('interchange'), '## Out');
    const tables = out.split(/^(?:An attribution:|`said`, .*:|An entity:)$/m).map(firstColumn);
    expect(tables).toEqual([everything, attribution, attribution.said!, entity].map((value) => Object.keys(value)));
  });

  it('shows examples that are JSON', () => {
    for (const [, json] of page('interchange').matchAll(/^```json\n([^]*?)^```/gm))
      expect(() => JSON.parse(json!)).not.toThrow();
  });
});

describe('docs/meaning.md', () => {
  const lists = { sourceType: sourceTypes, quotation: quotationForms, stance: stances, distance: distances };
  const sections = page('meaning').split(/^## /m);

  it.each(Object.entries(lists))('explains every value of %s, in order, and nothing else', (name, values) => {
    const explaining = sections.filter((text) => text.startsWith(`\`${name}\`: `));
    expect(explaining.map(firstColumn)).toEqual([[...values]]);
  });

  it('has no other values in its tables', () => {
    expect(firstColumn(page('meaning'))).toEqual(Object.values(lists).flat());
  });

  it('explains every key of a statement but its spans', () => {
    const { attributions, ...others } = toInterchange(handMade('[Ana](source) [said](cue) [so](content).'));
    const keys = [...Object.keys(attributions[0]!), ...Object.keys(others)];
    const elsewhere = 'id source cue content parent text sha256 entities diagnostics model'.split(' ');
    const explained = sections.flatMap((text) => [...text.split('\n')[0]!.matchAll(/`(\w+)`/g)].map(([, key]) => key));
    expect(explained.sort()).toEqual(keys.filter((key) => !elsewhere.includes(key)).sort());
  });

  it('shows to whom, when and where as they are found', () => {
    const [, sentence, json] = /^of 9 March 2016, `([^`]+)` has\n\n```json\n([^]*?)^```/m.exec(page('meaning'))!;
    const { text, attributions } = annotate(
      sentence!.replace(/^(\S+ \S+) (told)(.*?) (that .*)$/, '[$1](source) [$2](cue)$3 [$4](content)'),
    );
    const document = createDocument(text, { metadata: { ...noMetadata, date: '2016-03-09' } });
    const { addressee, said } = findOccasion(document, attributions[0]!);
    const pair = (span: { start: number; end: number }): number[] => [span.start, span.end];
    expect(JSON.parse(json!)).toEqual({
      addressee: pair(addressee!),
      said: {
        time: { span: pair(said!.time!.span), date: said!.time!.date },
        place: pair(said!.place!),
        occasion: null,
      },
    });
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

  it('shows how statements and entities refer to each other', () => {
    const [, , example] = page('library').split('```js\n');
    const read = handMade(
      '[Ana](source 1) [said](cue 1) [so](content 1). [Lund](source 2) [denied](cue 2) [it](content 2).',
      {
        statements: {
          1: { entity: 'e1' },
          2: { stance: 'denies', disputes: [1], reasons: [{ decision: 'stance', because: 'the cue', words: [] }] },
        },
        entities: { e1: { name: 'Ana' } },
      },
    );
    const printed: unknown[] = [];
    const console = { log: (value: unknown) => printed.push(value) };
    new Function('read', 'console', example!.split('```')[0]!)(read, console);
    expect(printed).toEqual([
      { speaker: 'Ana', roles: [], stance: 'asserts', against: [], when: null },
      { speaker: 'Lund', roles: [], stance: 'denies', against: ['Ana'], when: null },
      '  stance: the cue',
      [],
    ]);
  });

  it('lists every subpath, and nothing else', () => {
    const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    const listed = firstColumn(section(page('library'), '## Subpaths'));
    expect(['according', ...listed]).toEqual(Object.keys(exports).map((path) => path.replace('.', 'according')));
  });
});

describe('every page', () => {
  it.each(['accuracy', 'api', 'cli', 'errors', 'interchange', 'library', 'meaning', 'performance'])(
    'links to pages and headings that are there: %s',
    (name) => {
      for (const [, link, anchor] of page(name).matchAll(/\]\(([\w-]+)\.md(?:#([\w-]+))?\)/g)) {
        const found = [...page(link!).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
          heading!
            .toLowerCase()
            .replace(/[^\w -]/g, '')
            .replaceAll(' ', '-'),
        );
        expect(found.length).toBeGreaterThan(0);
        if (anchor !== undefined) expect(found).toContain(anchor);
      }
    },
  );
});
