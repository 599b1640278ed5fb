import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../engine/bin/according.js', import.meta.url));

/** A server that runs, and how to end it. */
export interface Served {
  /** With a slash at its end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built `according serve` on a free port, and waits until it answers. */
export async function serveLedger(...args: readonly string[]): Promise<Served> {
  const server = spawn(process.execPath, [command, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: '1' },
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(server, 'exit');
  const line = once(createInterface(server.stdout), 'line') as Promise<[string]>;
  const [address] = await Promise.race([
    line,
    ended.then(() => Promise.reject(new Error(`Expected a server, got: ${said}`))),
  ]);
  return {
    address,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
}
