import { CommanderError } from 'commander';
import { asAccordingError } from '../errors.ts';
import { exitCode } from './exit-code.ts';
import { describeMisuse } from './misuse.ts';
import { Output } from './output.ts';
import { createProgram } from './program.ts';

/** Runs one command line and returns its exit code. Whatever goes wrong becomes one line on standard error. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code: number = exitCode.ok;
  const program = createProgram((finished) => {
    code = finished;
  });
  new Output(process.stdout); // help and version, too, may go to a reader that closes early
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return exitCode.misuse;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.ok; // help and version have been printed
      const command = program.commands.find((known) => known.name() === args[0])?.name() ?? null;
      process.stderr.write(`according: ${describeMisuse(error, command)}\n`);
      return exitCode.misuse;
    }
    const { message, code: kind } = asAccordingError(error);
    process.stderr.write(`according: ${message}\n`);
    return kind === 'usage' ? exitCode.misuse : exitCode.failed;
  }
}
