import type { Ledger } from '../ledger/index.ts';
import { addInputs } from './add-inputs.ts';
import { AddProgress } from './add-progress.ts';

interface ReadExamplesOptions {
  readonly workers: number;
  readonly signal: AbortSignal;
}

/**
 * Reads what a ledger lacks of the example reports in a folder. It says so before it begins and when it has ended, on standard
 * error: whoever starts it for the first time waits for it, and sees a whole ledger then, not one that fills up.
 */
export async function readExamples(
  ledger: Ledger,
  folder: string,
  { workers, signal }: ReadExamplesOptions,
): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`according: ${line}\n`);
  const isNew = (await ledger.summary()).reports === 0;
  if (isNew) say(`reading the example reports in ${folder}, which takes a few seconds, this once`);
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true);
  const show = (state: Parameters<AddProgress['show']>[0]): void => progress.show(state);
  const { read, statements, failures } = await addInputs(ledger, [folder], { workers, signal, show });
  progress.clear();
  if (read > 0) say(`read ${read} reports with ${statements} statements in ${progress.seconds.toFixed(1)} s`);
  for (const { origin, message, code } of failures) say(`${origin}: ${message} (${code})`);
}
