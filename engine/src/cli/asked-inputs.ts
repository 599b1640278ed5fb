import { AccordingError } from '../errors.ts';
import type { Ledger } from '../ledger/index.ts';
import { collectInputs, parseColumns, type CollectOptions, type KnownPage } from '../pipeline/index.ts';
import { inputOf } from './input-of.ts';
import { validatorsIn } from './validators-in.ts';

/** What `add` is told of the inputs, whether it reads them itself or queues them. */
export interface AskedOptions {
  readonly column?: readonly string[];
  readonly sheet?: string;
  readonly retry?: boolean;
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
}

/** What is to be collected, and what became of what had failed before. */
export interface AskedInputs {
  /** The inputs named, and with `retry` the files and addresses that gave what could not be added before, each once. */
  readonly inputs: readonly string[];
  readonly options: CollectOptions;
  /** Takes back the failures of what has been had since; to be called once all that came of it is kept. */
  readonly clearFailures: () => Promise<void>;
}

/** @throws {AccordingError} `usage` where nothing is asked for, or a column is not understood */
export function checkAsked(inputs: readonly string[], { column = [], retry = false }: AskedOptions): void {
  parseColumns(column);
  if (inputs.length === 0 && !retry)
    throw new AccordingError('usage', 'Expected files, folders or addresses to add, or --retry, got neither');
}

/**
 * How inputs are collected into a ledger.
 *
 * @param ledger - null where there is none yet
 * @param onUnchanged - an address whose server says that nothing has changed
 */
export async function askedInputs(
  inputs: readonly string[],
  { column = [], sheet, retry = false, dryRun = false, allowPrivate = false }: AskedOptions,
  ledger: Ledger | null,
  onUnchanged: () => void,
): Promise<AskedInputs> {
  const failed = await failuresOf(ledger);
  const had: string[] = [];
  const onHad = (place: string): void => {
    if (failed.places.has(place)) had.push(place);
  };
  // A dry run asks in full: a ledger of an older schema has no room for what to ask by.
  const validators = ledger === null || dryRun ? {} : { validators: validatorsIn(ledger) };
  return {
    inputs: [...inputs, ...(retry ? failed.inputs : [])],
    options: {
      columns: parseColumns(column),
      ...(sheet !== undefined && { sheet }),
      pages: retry ? failed.pages : [],
      onHad,
      web: {
        fetch: { allowPrivate, ...validators },
        onUnchanged: (address) => {
          onUnchanged();
          onHad(address);
        },
      },
    },
    clearFailures: async () => {
      for (const place of had) await ledger?.clearFailure(place);
    },
  };
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

/** All that the inputs hold, until `signal` is aborted. */
export function collectUntilAborted(
  { inputs, options }: AskedInputs,
  signal: AbortSignal,
): ReturnType<typeof collectInputs> {
  return untilAborted(collectInputs(inputs, { ...options, signal }), signal);
}

/** Ends quietly where it is stopped. */
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
