import { AccordingError, kindOf } from '../errors.ts';
import { parseLine, splitLines } from '../ingest/index.ts';
import { decodeStream } from './decode-stream.ts';
import { failure } from './failure.ts';
import { readWhole, type FoundFile } from './found-file.ts';
import type { Limits } from './limits.ts';
import { parseRecord } from './parse-record.ts';
import type { Collected } from './raw-report.ts';
import { readJsonl } from './read-jsonl.ts';

/**
 * Reads a file that is called JSON: one object of the interchange format, a list of them, or, as often, one a line.
 *
 * @throws {AccordingError} `json-invalid`, `document-too-large`, `document-invalid`
 */
export async function* readJson(file: FoundFile, limits: Limits): AsyncGenerator<Collected> {
  if (await startsWithObject(file, limits.maxLineBytes)) {
    yield* readJsonl(file.open(), file.origin, limits);
    return;
  }
  const value = parseLine(await textOf(await readWhole(file, limits.maxWholeBytes, 'a JSON file')), 1);
  if (!Array.isArray(value)) {
    yield collectValue(value, file.origin);
    return;
  }
  if (value.length === 0) throw new AccordingError('empty-input', 'Expected reports in a list, got an empty one');
  for (const [index, item] of value.entries()) yield collectValue(item, `${file.origin}, item ${index + 1}`);
}

function collectValue(value: unknown, origin: string): Collected {
  try {
    if (typeof value !== 'object' || value === null) {
      throw new AccordingError('document-invalid', `Expected an object, got ${kindOf(value)}`);
    }
    return { kind: 'report', report: { origin, ...parseRecord(value) } };
  } catch (error) {
    return failure(origin, error);
  }
}

/** Whether the first line is an object by itself, so that each line is one. */
async function startsWithObject(file: FoundFile, maxLineBytes: number): Promise<boolean> {
  for await (const { line } of splitLines(file.open(), maxLineBytes)) {
    if (typeof line !== 'string') return false;
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    } catch {
      return false;
    }
  }
  return false;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  let text = '';
  for await (const piece of decodeStream([bytes] as unknown as AsyncIterable<Uint8Array>)) text += piece;
  return text.trim();
}
