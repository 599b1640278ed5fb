import { AccordingError } from '../errors.ts';
import { isServerAddress, openLedger, type Ledger } from '../ledger/index.ts';
import { parseColumns } from '../pipeline/index.ts';
import { addInputs, type AddedInputs } from './add-inputs.ts';
import { AddProgress } from './add-progress.ts';
import { exitCode } from './exit-code.ts';
import { inputOf } from './input-of.ts';
import { onInterruption } from './interruption.ts';
import { Output } from './output.ts';

export interface AddCommandOptions {
  readonly ledger: string;
  readonly workers: number;
  readonly column?: readonly string[];
  readonly sheet?: string;
  readonly dryRun?: boolean;
  readonly retry?: boolean;
  readonly allowPrivate?: boolean;
  readonly quiet?: boolean;
}

/** `according add`: reads reports into a ledger. */
export async function add(inputs: readonly string[], options: AddCommandOptions): Promise<number> {
  const columns = parseColumns(options.column ?? []);
  if (inputs.length === 0 && options.retry !== true)
    throw new AccordingError('usage', 'Expected files, folders or addresses to add, or --retry, got neither');
  const output = new Output(process.stdout);
  const progress = new AddProgress(process.stderr, process.stderr.isTTY === true && options.quiet !== true);
  const { signal, release } = onInterruption(() =>
    process.stderr.write(
      '\naccording: stopping; what is being read is finished. The same command again does the rest\n',
    ),
  );
  const ledger = await openLedger(options.ledger);
  let added: AddedInputs;
  try {
    const asked = [...inputs, ...(options.retry === true ? await failedInputs(ledger) : [])];
    added = await addInputs(ledger, asked, { ...options, columns, signal, show: (state) => progress.show(state) });
  } finally {
    release();
    progress.clear();
    await ledger.close();
  }
  await output.write(summaryOf(added, options, progress.seconds));
  return added.counts.failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}

/** The inputs that gave what could not be added before, each once. */
async function failedInputs(ledger: Ledger): Promise<string[]> {
  const inputs = new Set<string>();
  for await (const { origin } of ledger.failures()) inputs.add(inputOf(origin));
  return [...inputs];
}

/** What happened, a line for each kind of it. */
export function summaryOf(
  { counts, statements, failures }: AddedInputs,
  { ledger, dryRun = false }: Pick<AddCommandOptions, 'ledger' | 'dryRun'>,
  seconds: number,
): string {
  const number = (count: number): string => count.toLocaleString('en');
  const lines = [
    `${dryRun ? 'would add' : 'added'} ${number(counts.added)}`,
    `new versions ${number(counts['new-version'])}`,
    ...(counts.reread > 0 ? [`read again ${number(counts.reread)}`] : []),
    `unchanged ${number(counts.unchanged)}`,
    `failed ${number(counts.failed)}`,
  ];
  const named = failures.map(({ origin, code, message }) => `  ${origin}: ${message} (${code})`);
  const more = counts.failed - failures.length;
  return (
    [
      `${lines.join(' · ')}, ${number(statements)} ${statements === 1 ? 'statement' : 'statements'} in ${seconds.toFixed(1)} s${dryRun ? ', nothing written' : ` → ${withoutPassword(ledger)}`}`,
      ...named,
      ...(more > 0 ? [`  … and ${number(more)} more`] : []),
      ...(counts.failed > 0 && !dryRun ? ['Try these again with: according add --retry'] : []),
    ].join('\n') + '\n'
  );
}

function withoutPassword(address: string): string {
  return isServerAddress(address) ? address.replace(/(?<=\/\/[^/@:]*:)[^/@]*(?=@)/u, '***') : address;
}
