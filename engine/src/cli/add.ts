import { AccordingError } from '../errors.ts';
import { isServerAddress, openLedger, type Ledger } from '../ledger/index.ts';
import {
  addReports,
  collectInputs,
  countInputs,
  parseColumns,
  ReportPool,
  type Added,
  type KnownPage,
} from '../pipeline/index.ts';
import { AddProgress } from './add-progress.ts';
import { exitCode } from './exit-code.ts';
import { inputOf } from './input-of.ts';
import { onInterruption } from './interruption.ts';
import { noteSlowness } from './note-slowness.ts';
import { Output } from './output.ts';
import { validatorsIn } from './validators-in.ts';

export interface AddCommandOptions {
  readonly ledger: string;
  readonly workers: number;
  readonly column?: readonly string[];
  readonly sheet?: string;
  readonly dryRun?: boolean;
  readonly retry?: boolean;
  readonly watch?: boolean;
  /** Milliseconds between two looks. */
  readonly every?: number;
  readonly allowPrivate?: boolean;
  readonly quiet?: boolean;
}

/** Reports held for each worker, so that a slow one at the front does not stop the others. */
export const aheadPerWorker = 16;
/** Failures that the summary names; the rest it counts, and `--retry` has them all. */
export const mostNamed = 20;

/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

export type Counts = Record<Added['kind'], number>;

/** `according add`: reads reports into a ledger. */
export async function add(inputs: readonly string[], options: AddCommandOptions): Promise<number> {
  if (options.watch === true) return (await import('./watch.ts')).watch(inputs, options);
  if (options.every !== undefined) throw new AccordingError('usage', 'Expected --watch beside --every, got none');
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
  const ledger = options.dryRun === true ? await openAsItIs(options.ledger) : await openLedger(options.ledger);
  try {
    const failed = await failuresOf(ledger);
    // A dry run asks in full: a ledger of an older schema has no room for what to ask by.
    const validators = ledger === null || options.dryRun === true ? {} : { validators: validatorsIn(ledger) };
    const asked = [...inputs, ...(options.retry === true ? failed.inputs : [])];
    const pages = options.retry === true ? failed.pages : [];
    // What has been had is no failure any more, once all that came of it is kept.
    const had: string[] = [];
    const onHad = (place: string): void => {
      if (failed.places.has(place)) had.push(place);
    };
    const pool = await ReportPool.open(options.workers);
    noteSlowness(pool);
    try {
      const all = await countInputs(asked, signal);
      let bytes = 0;
      const collected = (async function* () {
        const web = {
          fetch: { allowPrivate: options.allowPrivate === true, ...validators },
          onUnchanged: (address: string) => {
            counts.unchanged++;
            onHad(address);
          },
        };
        const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
        for await (const found of collectInputs(asked, { columns, ...sheet, web, pages, onHad, signal })) {
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
      if (!signal.aborted && options.dryRun !== true) for (const place of had) await ledger?.clearFailure(place);
    } finally {
      await pool.close();
    }
    if (options.dryRun !== true && counts.added + counts['new-version'] + counts.reread >= manyReports)
      await ledger?.optimise();
  } finally {
    release();
    progress.clear();
    await ledger?.close();
  }
  await output.write(summaryOf(counts, statements, failures, options, progress.seconds));
  return counts.failed > 0 || signal.aborted ? exitCode.failed : exitCode.ok;
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

/** What could not be added before: where it can be had again, and how to ask for it. */
interface Failures {
  readonly places: ReadonlySet<string>;
  /** Files and addresses, each once. A file is read as a whole: when it was mended, its places may be others. */
  readonly inputs: readonly string[];
  /** Pages that a feed or list led to. */
  readonly pages: readonly KnownPage[];
}

async function failuresOf(ledger: Ledger | null): Promise<Failures> {
  const [places, inputs, pages] = [new Set<string>(), new Set<string>(), [] as KnownPage[]];
  for await (const { origin, known } of ledger?.failures() ?? []) {
    places.add(origin);
    if (known === null) inputs.add(inputOf(origin));
    else pages.push({ address: origin, known });
  }
  return { places, inputs: [...inputs], pages };
}

export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
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
