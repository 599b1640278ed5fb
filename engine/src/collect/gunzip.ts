import { createGunzip } from 'node:zlib';
import { AccordingError } from '../errors.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** Packed bytes given at once: zeros come out a thousandfold, so that no more than 16 MB are held. */
const pieceBytes = 16_384;

/**
 * Unpacks gzip, all members of it. Where the file is cut off or damaged, all that comes out before is given first; a
 * pipeline of streams would throw away what it holds.
 *
 * @throws {AccordingError} `archive-invalid`, `archive-too-large`
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, budget: UnpackBudget): AsyncGenerator<Uint8Array> {
  const stream = createGunzip();
  let unpacked: Uint8Array[] = [];
  let error: Error | null = null;
  stream.on('data', (chunk: Uint8Array) => unpacked.push(chunk));
  stream.on('error', (caught) => (error = caught));
  // A write that meets damaged bytes is never answered.
  let proceed = (): void => {};
  stream.on('close', () => proceed());
  const step = (start: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      proceed = resolve;
      start(resolve);
    });
  const take = function* (): Generator<Uint8Array> {
    const taken = unpacked;
    unpacked = [];
    for (const chunk of taken) {
      budget.spend(chunk.length);
      yield chunk;
    }
    if (error !== null) throw damaged(error);
  };
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        await step((done) => stream.write(piece, () => done()));
        yield* take();
      }
    }
    await step(() => stream.end());
    yield* take();
  } finally {
    stream.destroy();
  }
}

function damaged(error: Error): AccordingError {
  const got =
    error.message === 'unexpected end of file'
      ? 'one that is cut off; what came before is kept'
      : error.message === 'incorrect header check'
        ? 'other bytes'
        : `a damaged one (${error.message}); what came before is kept`;
  return new AccordingError('archive-invalid', `Expected a whole gzip file, got ${got}`, {}, error);
}
