import { AccordingError } from '../errors.ts';
import { isServerAddress, openLedger, type Ledger } from '../ledger/index.ts';
import {
  addReports,
  collectInputs,
  countInputs,
  parseColumns,
  ReportPool,
  type Added,
  type ValidatorStore,
} from '../pipeline/index.ts';
import { AddProgress } from './add-progress.ts';
import { exitCode } from './exit-code.ts';
import { inputOf } from './input-of.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';
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

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
const aheadPerWorker = 16;
/** Failures that the summary names; the rest it counts, and `--retry` has them all. */
const mostNamed = 20;

/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

type Counts = Record<Added['kind'], number>;

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
  const counts: Counts = { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 };
  const failures: (Added & { kind: 'failed' })[] = [];
  let statements = 0;
  const ledger = await openLedger(options.ledger);
  try {
    const asked = [...inputs, ...(options.retry === true ? await failedInputs(ledger) : [])];
    const pool = await ReportPool.open(options.workers);
    noteSlowness(pool);
    try {
      const all = await countInputs(asked, signal);
      let bytes = 0;
      const collected = (async function* () {
        const web = {
          fetch: { allowPrivate: options.allowPrivate === true, validators: validatorsIn(ledger) },
          onUnchanged: () => void counts.unchanged++,
        };
        const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
        for await (const found of collectInputs(asked, { columns, ...sheet, web, signal })) {
          bytes = found.progress.bytes;
          yield found;
        }
      })();
      const ahead = options.workers * aheadPerWorker;
      for await (const report of addReports(untilAborted(collected, signal), pool, ledger, {
        ahead,
        dryRun: options.dryRun === true,
        signal,
      })) {
        counts[report.kind]++;
        if (report.kind !== 'failed') statements += report.statements;
        else if (failures.push(report) > mostNamed) failures.pop();
        const reports = Object.values(counts).reduce((sum, count) => sum + count, 0);
        progress.show({ reports, failed: counts.failed, statements, bytes, allBytes: all.bytes });
      }
    } finally {
      await pool.close();
    }
    if (counts.added + counts['new-version'] + counts.reread >= manyReports) await ledger.optimise();
  } finally {
    release();
    progress.clear();
    await ledger.close();
  }
  await output.write(summaryOf(counts, statements, failures, options, progress.seconds));
  return counts.failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
}

/** What a ledger has to ask addresses by whether they have changed. */
function validatorsIn(ledger: Ledger): ValidatorStore {
  return { get: (url) => ledger.visitOf(url), set: (url, validators) => ledger.keepVisit(url, validators) };
}

/** The inputs that gave what could not be added before, each once. */
async function failedInputs(ledger: Ledger): Promise<string[]> {
  const inputs = new Set<string>();
  for await (const { origin } of ledger.failures()) inputs.add(inputOf(origin));
  return [...inputs];
}

async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      yield item;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What happened, a line for each kind of it. */
export function summaryOf(
  counts: Counts,
  statements: number,
  failures: readonly (Added & { kind: 'failed' })[],
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
