import { readLine } from './read-line.ts';
import { serveRequests } from './serve-requests.ts';

export interface LineRequest {
  readonly line: string;
  /** Its place in the input, from 1. */
  readonly number: number;
}

await serveRequests((reader, { line, number }: LineRequest, signal) => readLine(reader, line, number, signal));
