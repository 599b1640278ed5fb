import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import type { LinePool } from './line-pool.ts';
import { readLines } from './read-lines.ts';
import type { NumberedLine } from '../ingest/index.ts';

/** Answers each line after as many turns of the event loop as the line says. */
class SlowPool implements Pick<LinePool, 'read'> {
  busy = 0;
  most = 0;

  async read(line: string): ReturnType<LinePool['read']> {
    this.most = Math.max(this.most, ++this.busy);
    for (let turn = Number(line); turn > 0; turn--) await new Promise(setImmediate);
    this.busy--;
    return { output: line, failed: false, attributions: 1 };
  }
}

async function* numbered(lines: readonly (string | AccordingError)[]): AsyncGenerator<NumberedLine> {
  for (const [index, line] of lines.entries()) yield { number: index + 1, line };
}

async function answers(
  lines: readonly (string | AccordingError)[],
  ahead: number,
  pool = new SlowPool(),
): Promise<string[]> {
  const outputs: string[] = [];
  for await (const { output } of readLines(numbered(lines), pool as unknown as LinePool, ahead)) outputs.push(output);
  return outputs;
}

describe('readLines', () => {
  it('keeps the order of the lines although later ones are done first', async () => {
    expect(await answers(['9', '1', '5', '0', '3'], 3)).toEqual(['9', '1', '5', '0', '3']);
  });

  it('holds no more answers than it may', async () => {
    const pool = new SlowPool();
    await answers(
      Array.from({ length: 40 }, (_, i) => String(i % 7)),
      4,
      pool,
    );
    expect(pool.most).toBeLessThanOrEqual(4);
    expect(pool.most).toBeGreaterThan(1);
  });

  it('answers a line at once, without waiting for those behind it', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    async function* slowly(): AsyncGenerator<NumberedLine> {
      yield { number: 1, line: '1' };
      await held;
      yield { number: 2, line: '2' };
    }
    const reading = readLines(slowly(), new SlowPool() as unknown as LinePool, 8);
    expect((await reading.next()).value?.output).toBe('1');
    release();
    expect((await reading.next()).value?.output).toBe('2');
  });

  it('gives an error line in the place of a line that could not be taken', async () => {
    const outputs = await answers(['1', new AccordingError('line-too-long', 'Expected less'), '1'], 2);
    expect(outputs.map((output) => output.includes('line-too-long'))).toEqual([false, true, false]);
  });

  it('passes on what goes wrong with the input, after the answers before it', async () => {
    async function* broken(): AsyncGenerator<NumberedLine> {
      yield { number: 1, line: '1' };
      throw new Error('disk gone');
    }
    const reading = readLines(broken(), new SlowPool() as unknown as LinePool, 2);
    expect((await reading.next()).value?.output).toBe('1');
    await expect(reading.next()).rejects.toThrow('disk gone');
  });
});
