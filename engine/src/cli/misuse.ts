import type { CommanderError } from 'commander';

/**
 * One line that says what a command line should have held, what it held instead, and where to read more.
 *
 * @param command - name of the command that was called, or `null` where it is none of ours
 */
export function describeMisuse(error: Pick<CommanderError, 'code' | 'message'>, command: string | null): string {
  const [first = '', ...rest] = error.message.replace(/^error: /u, '').split('\n');
  const quoted = /'([^']*)'/u.exec(first)?.[1] ?? '';
  const suggestion = /Did you mean (.*)\?/u.exec(rest.join(' '))?.[1];
  const help = command === null ? 'according --help' : `according ${command} --help`;
  return `${expected(error.code, first, quoted, command)}${suggestion ? `; did you mean ${suggestion}?` : ''} (${help})`;
}

function expected(code: string, message: string, quoted: string, command: string | null): string {
  switch (code) {
    case 'commander.unknownCommand':
      return `Expected a command, got “${quoted}”`;
    case 'commander.unknownOption':
      return `Expected an option of ${command ?? 'according'}, got “${quoted}”`;
    case 'commander.missingArgument':
      return `Expected <${quoted}>, got nothing`;
    case 'commander.optionMissingArgument':
      return `Expected a value after ${quoted}, got nothing`;
    case 'commander.invalidArgument': {
      // option '--workers <count>' argument 'x' is invalid. Expected a whole number from 1 to 256.
      const [, value = '', expectation = ''] = /argument '(.*)' is invalid\. Expected (.*?)\.?$/u.exec(message) ?? [];
      return `Expected ${expectation} after ${quoted.split(' ')[0]}, got “${value}”`;
    }
    case 'commander.conflictingOption': {
      const [one, other] = [...message.matchAll(/'(--[\w-]+)[^']*'/gu)].map((match) => match[1]);
      return `Expected ${one} or ${other}, got both`;
    }
    case 'commander.excessArguments': {
      const [argument = ''] = / got \d+: (.*)\.$/u.exec(message)?.slice(1) ?? [];
      if (command !== 'extract') return `Expected fewer arguments, got “${argument}”`;
      return `Expected documents on standard input, got “${argument}”; write: according extract < ${argument.split(', ')[0]}`;
    }
    default:
      return message;
  }
}
