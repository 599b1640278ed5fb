import { LinePool, readLines, splitLines } from '../pipeline/index.ts';
import { exitCode } from './exit-code.ts';
import { noteSlowness } from './note-slowness.ts';
import { openStdin } from './open-input.ts';
import { Output } from './output.ts';
import { Progress } from './progress.ts';

export interface ExtractOptions {
  readonly workers: number;
  readonly quiet?: boolean;
  readonly nested?: boolean;
}

/** A line may hold a page whose markup is many times its text; a longer one is no report. */
export const maxLineBytes = 64_000_000;

/** Answers held for each worker, so that a slow document at the front does not stop the others. */
const aheadPerWorker = 16;

/** `according extract`: the JSONL filter of `docs/interchange.md`. */
export async function extract(options: ExtractOptions): Promise<number> {
  const { stdin, stdout, stderr } = process;
  if (stdin.isTTY)
    stderr.write('according: reading documents from the terminal, one JSON object a line; Ctrl-D ends\n');
  const output = new Output(stdout);
  const pool = await LinePool.open(options.workers, { nested: options.nested });
  noteSlowness(pool);
  const progress = new Progress(stderr, stderr.isTTY === true && !options.quiet);
  let failures = 0;
  try {
    for await (const result of readLines(
      splitLines(openStdin(), maxLineBytes),
      pool,
      options.workers * aheadPerWorker,
    )) {
      if (result.failed) failures++;
      progress.add(result);
      await output.write(result.output + '\n');
      if (output.closed) break;
    }
  } finally {
    progress.end();
    stdin.destroy();
    await pool.close();
  }
  return failures > 0 ? exitCode.failed : exitCode.ok;
}
