import { errorLine } from '../export/index.ts';
import type { LinePool } from './line-pool.ts';
import type { LineResult } from './read-line.ts';
import { Signal } from './signal.ts';
import type { NumberedLine } from '../ingest/index.ts';

/**
 * Answers lines in their order while several are being read, each as soon as it and those before it are done.
 *
 * At most `ahead` answers are held at a time, so memory stays bounded however fast lines come and however slowly answers
 * are taken.
 */
export async function* readLines(
  lines: AsyncIterable<NumberedLine>,
  pool: LinePool,
  ahead: number,
): AsyncGenerator<LineResult> {
  const pending: Promise<LineResult>[] = [];
  const changed = new Signal();
  let ended = false;
  const feeding = (async () => {
    try {
      for await (const line of lines) {
        while (pending.length >= ahead) await changed.wait();
        pending.push(answer(line, pool));
        changed.notify();
      }
    } finally {
      ended = true;
      changed.notify();
    }
  })();
  feeding.catch(() => {}); // awaited at the end; without this, an early failure would count as unhandled
  for (;;) {
    const first = pending[0];
    if (first !== undefined) {
      const result = await first;
      pending.shift();
      changed.notify();
      yield result;
    } else if (ended) break;
    else await changed.wait();
  }
  await feeding;
}

async function answer({ line, number }: NumberedLine, pool: LinePool): Promise<LineResult> {
  if (typeof line === 'string') return pool.read(line, number);
  return { output: errorLine(line, number), failed: true, attributions: 0 };
}
