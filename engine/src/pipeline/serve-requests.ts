import { parentPort, workerData } from 'node:worker_threads';
import { Reader, type ReaderOptions } from './reader.ts';

/** A request with the key by which its answer is known. */
export interface Asked<Request> {
  readonly key: number;
  readonly request: Request;
}

export interface CloseRequest {
  readonly close: true;
}

/** The network that reads. */
export interface ModelName {
  readonly name: string;
  readonly version: string;
}

/**
 * Makes this thread a worker of a pool: loads a network of its own, then answers each request until it is told to close.
 *
 * @param answer - never rejects: what is wrong becomes its answer
 */
export async function serveRequests<Request, Result>(
  answer: (reader: Reader, request: Request, signal: AbortSignal) => Promise<Result>,
): Promise<void> {
  const port = parentPort!;
  const reader = await Reader.open(workerData as ReaderOptions);
  const closing = new AbortController();
  const answering = new Set<Promise<void>>();
  port.on('message', (message: Asked<Request> | CloseRequest) => {
    if ('close' in message) {
      closing.abort();
      void Promise.all(answering)
        .then(() => reader.close())
        .finally(() => port.close());
      return;
    }
    const { key, request } = message;
    const done = answer(reader, request, closing.signal).then((result) => {
      port.postMessage({ key, result });
      answering.delete(done);
    });
    answering.add(done);
  });
  const { name, version } = reader.network.manifest;
  port.postMessage({ ready: true, slowReason: reader.slowReason, model: { name, version } });
}
