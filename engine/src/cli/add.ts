import { AccordingError } from '../errors.ts';
import { openLedger, type Ledger } from '../ledger/index.ts';
import { addInputs } from './add-inputs.ts';
import { AddProgress } from './add-progress.ts';
import type { AddTally } from './add-tally.ts';
import { checkAsked, type AskedOptions } from './asked-inputs.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { Output } from './output.ts';

export interface AddCommandOptions extends AskedOptions {
  readonly ledger: string;
  readonly workers: number;
  /** Milliseconds between two looks at what is watched. */
  readonly every?: number;
  readonly quiet?: boolean;
}

/** `according add`: reads reports into a ledger. */
export async function add(inputs: readonly string[], options: AddCommandOptions): Promise<number> {
  checkAsked(inputs, options);
  if (options.every !== undefined) throw new AccordingError('usage', 'Expected --watch beside --every, got none');
  const output = new Output(process.stdout);
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true && options.quiet !== true);
  const { signal, release } = onInterruption(() =>
    process.stderr.write(
      '\naccording: stopping; what is being read is finished. The same command again does the rest\n',
    ),
  );
  const ledger = options.dryRun === true ? await openAsItIs(options.ledger) : await openLedger(options.ledger);
  let tally: AddTally;
  try {
    tally = await addInputs(ledger, inputs, { ...options, signal, show: (state) => progress.show(state) });
  } finally {
    release();
    progress.clear();
    await ledger?.close();
  }
  await output.write(tally.summary(options, progress.seconds));
  return tally.failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}

/** The ledger without a change to it; null where there is none. */
async function openAsItIs(address: string): Promise<Ledger | null> {
  try {
    return await openLedger(address, { create: false, migrate: false });
  } catch (error) {
    if (error instanceof AccordingError && error.code === 'ledger-missing') return null;
    throw error;
  }
}
