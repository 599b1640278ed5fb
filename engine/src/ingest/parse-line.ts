import { AccordingError } from '../errors.ts';

const longestShown = 40;

/**
 * The value of one line of JSONL; `number` is its place in the input, from 1.
 *
 * @throws {AccordingError} `json-invalid`
 */
export function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const shown = line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
    const message = `Expected a JSON object, got “${shown}” (line ${number})`;
    throw new AccordingError('json-invalid', message, { line: number }, cause);
  }
}
