import { asAccordingError } from '../errors.ts';
import { errorLine, toInterchange } from '../export/index.ts';
import { parseLine, readRecord } from '../ingest/index.ts';
import type { Reader } from './reader.ts';

/** What became of one line of JSONL. */
export interface LineResult {
  /** The line to write, without its line end. */
  readonly output: string;
  readonly failed: boolean;
  readonly attributions: number;
}

/** Reads one line of the interchange format. What is wrong with it becomes its answer and never an exception. */
export async function readLine(
  reader: Reader,
  line: string,
  number: number,
  signal?: AbortSignal,
): Promise<LineResult> {
  let id: string | number | undefined;
  try {
    const value = parseLine(line, number);
    id = idOf(value);
    const extracted = await reader.read(await readRecord(value), signal);
    const output = JSON.stringify({ ...toInterchange(extracted), ...(id !== undefined && { id }) });
    return { output, failed: false, attributions: extracted.attributions.length };
  } catch (error) {
    return { output: errorLine(asAccordingError(error), number, id), failed: true, attributions: 0 };
  }
}

/** The id as it was given, number or string. */
function idOf(value: unknown): string | number | undefined {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
