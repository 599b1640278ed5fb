import type { Progress } from './progress.ts';
import { walkInputs } from './walk-inputs.ts';

/** How much on disk inputs name, before any of it is read; addresses do not count. */
export async function countInputs(inputs: readonly string[], signal?: AbortSignal): Promise<Progress> {
  let files = 0;
  let bytes = 0;
  for await (const found of walkInputs(inputs, signal)) {
    if (found.kind !== 'file') continue;
    files++;
    bytes += found.size;
  }
  return { files, bytes };
}
