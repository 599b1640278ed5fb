import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { describeMisuse } from './misuse.ts';
import { nodeIsTooOld } from './node-version.ts';
import { createProgram } from './program.ts';

/** What Commander, of whatever version is installed, says of a command line. */
async function misuse(args: readonly string[]): Promise<string> {
  const program: Command = createProgram(() => {});
  const error: unknown = await program.parseAsync(args, { from: 'user' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof CommanderError)) throw new Error(`Expected misuse, got none: ${args.join(' ')}`);
  return describeMisuse(error, program.commands.find((command) => command.name() === args[0])?.name() ?? null);
}

describe('describeMisuse', () => {
  it.each([
    [['reed'], 'Expected a command, got “reed”; did you mean read? (according --help)'],
    [['--bogus'], 'Expected an option of according, got “--bogus” (according --help)'],
    [
      ['read', 'a.txt', '--no-color'],
      'Expected an option of read, got “--no-color”; did you mean --no-colour? (according read --help)',
    ],
    [['read'], 'Expected <report>, got nothing (according read --help)'],
    [['read', 'a.txt', '--html'], 'Expected a value after --html <file>, got nothing (according read --help)'],
    [['read', 'a.txt', '--json', '--html', 'b'], 'Expected --json or --html, got both (according read --help)'],
    [
      ['read', 'a.txt', '--width', 'wide'],
      'Expected a whole number from 40 to 400 after --width, got “wide” (according read --help)',
    ],
    [
      ['extract', '--workers', '0'],
      'Expected a whole number from 1 to 256 after --workers, got “0” (according extract --help)',
    ],
    [
      ['extract', 'a.jsonl', 'b.jsonl'],
      'Expected documents on standard input, got “a.jsonl, b.jsonl”; write: according extract < a.jsonl (according extract --help)',
    ],
    [['doctor', 'x'], 'Expected fewer arguments, got “x” (according doctor --help)'],
    [['evaluate'], 'Expected <gold>, got nothing (according evaluate --help)'],
  ])('says of %j what was expected, what came and where to read more', async (args, message) => {
    expect(await misuse(args)).toBe(message);
  });
});

describe('nodeIsTooOld', () => {
  it.each([
    ['18.20.0', true],
    ['22.11.9', true],
    ['22.12.0', false],
    ['23.0.0', false],
    ['24.21.0', false],
  ])('%s: %s', (version, tooOld) => expect(nodeIsTooOld(version)).toBe(tooOld));
});
