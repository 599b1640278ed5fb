import { parentPort, workerData } from 'node:worker_threads';
import { readLine } from './read-line.ts';
import { Reader, type ReaderOptions } from './reader.ts';

// One thread of the pool: loads its own network, then answers each line it is sent until it is told to close.

export interface LineRequest {
  readonly key: number;
  readonly line: string;
  readonly number: number;
}

export interface CloseRequest {
  readonly close: true;
}

const port = parentPort!;
const reader = await Reader.open(workerData as ReaderOptions);
const closing = new AbortController();
const reading = new Set<Promise<void>>();
port.on('message', (request: LineRequest | CloseRequest) => {
  if ('close' in request) {
    closing.abort();
    void Promise.all(reading)
      .then(() => reader.close())
      .finally(() => port.close());
    return;
  }
  const { key, line, number } = request;
  const answer = readLine(reader, line, number, closing.signal).then((result) => {
    port.postMessage({ key, result });
    reading.delete(answer);
  });
  reading.add(answer);
});
port.postMessage({ ready: true, slowReason: reader.slowReason });
