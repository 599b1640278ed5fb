import { parentPort, workerData } from 'node:worker_threads';
import { readLine } from './read-line.ts';
import { Reader } from './reader.ts';

// One thread of the pool: loads its own network, then answers each line it is sent.

export interface LineRequest {
  readonly key: number;
  readonly line: string;
  readonly number: number;
}

const port = parentPort!;
const reader = await Reader.open(workerData as { modelPath?: string });
port.on('message', ({ key, line, number }: LineRequest) => {
  void readLine(reader, line, number).then((result) => port.postMessage({ key, result }));
});
port.postMessage({ ready: true });
