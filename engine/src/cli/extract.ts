import { once } from 'node:events';
import { LinePool, readLines, splitLines } from '../pipeline/index.ts';
import { exitCode } from './program.ts';
import { Progress } from './progress.ts';

export interface ExtractOptions {
  readonly workers: number;
  readonly quiet?: boolean;
}

/** A line may hold a page whose markup is many times its text; a longer one is no report. */
export const maxLineBytes = 64_000_000;

/** Answers held for each worker, so that a slow document at the front does not stop the others. */
const aheadPerWorker = 16;

/** `according extract`: the JSONL filter of `docs/interchange.md`. */
export async function extract(options: ExtractOptions): Promise<number> {
  const { stdin, stdout, stderr } = process;
  if (stdin.isTTY) stderr.write('according: reading documents from the terminal, one JSON object a line; Ctrl-D ends\n');
  // A reader that has seen enough (`| head`) closes the pipe: that ends the work, and is nobody's mistake.
  let closed = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  const pool = await LinePool.open(options.workers);
  const progress = new Progress(stderr, stderr.isTTY && !options.quiet);
  let failures = 0;
  try {
    for await (const result of readLines(splitLines(stdin, maxLineBytes), pool, options.workers * aheadPerWorker)) {
      if (closed) break;
      if (result.failed) failures++;
      progress.add(result);
      if (!stdout.write(result.output + '\n')) await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
    }
  } finally {
    progress.end();
    stdin.destroy();
    await pool.close();
  }
  return failures > 0 ? exitCode.failed : exitCode.ok;
}
