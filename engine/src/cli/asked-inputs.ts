import { AccordingError } from '../errors.ts';
import type { Ledger } from '../ledger/index.ts';
import { collectInputs, parseColumns, type CollectOptions } from '../pipeline/index.ts';
import { inputOf } from './input-of.ts';

/** What `add` is told of the inputs, whether it reads them itself or queues them. */
export interface AskedOptions {
  readonly column?: readonly string[];
  readonly sheet?: string;
  readonly retry?: boolean;
  readonly allowPrivate?: boolean;
}

/**
 * How inputs are collected.
 *
 * @throws {AccordingError} `usage` where nothing is asked for, or a column is not understood
 */
export function collectOptionsOf(
  inputs: readonly string[],
  { column = [], sheet, retry = false, allowPrivate = false }: AskedOptions,
): CollectOptions {
  const columns = parseColumns(column);
  if (inputs.length === 0 && !retry)
    throw new AccordingError('usage', 'Expected files, folders or addresses to add, or --retry, got neither');
  return { columns, ...(sheet !== undefined && { sheet }), web: { fetch: { allowPrivate } } };
}

/** The inputs named, and with `retry` those that gave what could not be added before, each once. */
export async function askedInputs(
  inputs: readonly string[],
  { retry = false }: AskedOptions,
  ledger: Ledger,
): Promise<string[]> {
  const failed = new Set<string>();
  if (retry) for await (const { origin } of ledger.failures()) failed.add(inputOf(origin));
  return [...inputs, ...failed];
}

/** All that the inputs hold, until `signal` is aborted. */
export async function* collectUntilAborted(
  asked: readonly string[],
  options: CollectOptions,
  signal: AbortSignal,
): ReturnType<typeof collectInputs> {
  try {
    for await (const found of collectInputs(asked, { ...options, signal })) {
      if (signal.aborted) return;
      yield found;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
