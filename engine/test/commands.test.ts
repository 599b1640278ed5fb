import { afterAll, describe, expect, it } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { measures } from '../src/evaluate/index.ts';
import { Files, messages, plainSentence, run } from './run-according.ts';

const slow = 120_000;
const files = new Files();
afterAll(() => files.remove());

const commands = createProgram(() => {}).commands.map((command) => command.name());

describe('according', () => {
  it.each(['', ...commands])('shows examples in the help of “%s”', async (command) => {
    const { code, stdout, stderr } = await run([...(command === '' ? [] : [command]), '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`Examples?:\n {2}\\$ .*according ${command}`));
  });

  it.each([
    { args: ['reed', 'a.txt'], expected: 'Expected a command, got “reed”; did you mean read? (according --help)' },
    { args: ['read', '--bogus'], expected: 'Expected an option of read, got “--bogus” (according read --help)' },
    { args: ['read'], expected: 'Expected <report>, got nothing (according read --help)' },
    { args: ['read', '-', '-'], expected: 'Expected standard input (-) once, got it several times' },
  ])('exits 2 with one line on misuse: $args', async ({ args, expected }) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(messages(ran)).toEqual([`according: ${expected}`]);
  });

  it('starts on a Node that keeps no compiled code, so that it can say what is too old', async () => {
    const older =
      'data:text/javascript,import m, { syncBuiltinESMExports as s } from "node:module"; m.enableCompileCache = undefined; s();';
    const ran = await run(['--version'], {
      env: { NODE_OPTIONS: `--import=${older.replaceAll(' ', '%20').replaceAll('"', '%22')}` },
    });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows its help on standard error, and exits 2, where no command is given', async () => {
    expect(await run([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage: according') });
  });
});

describe('according doctor', () => {
  it('names what runs here, and reads a sentence', { timeout: slow }, async () => {
    const { code, stdout } = await run(['doctor', '--json']);
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { name: string; ok: boolean; found: string }[];
    };
    expect([code, ok]).toEqual([0, true]);
    expect(checks.map(({ name }) => name)).toEqual(['node', 'runtime', 'network', 'reading', 'threads']);
    expect(checks.find(({ name }) => name === 'network')!.found).toMatch(/SHA-256 [0-9a-f]{64} verified/);
  });
});

describe('according evaluate', () => {
  const gold = files.write(
    'gold.jsonl',
    JSON.stringify({
      id: 1,
      text: plainSentence,
      attributions: [{ source: [[0, 10]], cue: [[11, 15]], content: [[16, 42]] }],
    }) + '\n',
  );

  it('reads the documents now where it is given a reference alone', { timeout: slow }, async () => {
    const { code, stdout, stderr } = await run(['evaluate', gold, '--json', '--workers', '1']);
    expect([code, stderr]).toEqual([0, '']);
    const { documents, scores } = JSON.parse(stdout) as { documents: number; scores: Record<string, { f1: number }> };
    expect(documents).toBe(1);
    expect(Object.keys(scores)).toEqual([...measures]);
    expect(scores['full_exact']!.f1).toBe(1);
  });

  it('scores given attributions; a document without any counts as empty and is named', async () => {
    const other = files.write('other.jsonl', '{"id": "2", "attributions": []}\n');
    const { code, stdout, stderr } = await run(['evaluate', gold, other]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(1 + measures.length);
    expect(stderr).toBe(`according: ${other}: 1 of 1 documents have no prediction and count as empty: 1\n`);
  });

  it.each([
    { name: 'a missing file', content: null, expected: /: Expected a file, got nothing of that name$/ },
    { name: 'an empty file', content: '\n', expected: /Expected documents with attributions, got none/ },
    {
      name: 'a line that is not JSON',
      content: '\nnonsense\n',
      expected: /: Expected a JSON object, got “nonsense” \(line 2\)$/,
    },
    {
      name: 'a line without attributions',
      content: '{"id": 1, "text": "x"}\n',
      expected: /: Expected .*attributions.* \(line 1\)$/,
    },
  ])('says in one line what is wrong with $name', async ({ name, content, expected }) => {
    const file = content === null ? files.path(name) : files.write(`${name}.jsonl`, content);
    const ran = await run(['evaluate', file]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(messages(ran)).toHaveLength(1);
    expect(ran.stderr).toContain(file);
    expect(ran.stderr.trim()).toMatch(expected);
  });
});
