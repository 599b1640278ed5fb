import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { createApi, Imports, listen, ReadThreads } from '../api/index.ts';
import { AccordingError } from '../errors.ts';
import { openLedger } from '../ledger/index.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { Output } from './output.ts';

export interface ServeCommandOptions {
  readonly ledger: string;
  readonly port: number;
  readonly host: string;
  readonly workers: number;
  readonly open?: boolean;
}

/** More hardly answer faster: they share the disk and the memory. */
const mostThreads = 8;

/** `according serve`: the workbench and the programming interface, until Ctrl-C. */
export async function serve({ ledger: address, port, host, workers, open }: ServeCommandOptions): Promise<number> {
  const output = new Output(process.stdout);
  const access = isLoopback(host) ? 'loopback' : 'token';
  const ledger = await openLedger(address);
  const imports = new Imports({ ledger, workers });
  // A server answers by itself; a file is read by threads, since whoever reads it waits for the disk.
  const threads =
    ledger.store.kind === 'sqlite'
      ? await ReadThreads.open(address, { threads: Math.min(mostThreads, Math.max(2, availableParallelism())) })
      : null;
  const { signal, release } = onInterruption(() => process.stderr.write('\naccording: stopping\n'));
  try {
    if (access === 'token' && (await ledger.tokenHolders()).length === 0)
      throw new AccordingError(
        'token-missing',
        `Expected a token, since others can reach ${host}, got none; make one: according token add NAME --role admin`,
      );
    let bound: number | null = null;
    const api = createApi({
      ledger,
      imports,
      ...(threads !== null && { reading: threads.reading }),
      access,
      port: () => bound,
      release: releaseOf(),
      onError: ({ message }) => process.stderr.write(`according: ${message}\n`),
    });
    const server = await listen(api, { host, port });
    try {
      bound = server.port;
      if (server.moved) process.stderr.write(`according: port ${port} is taken; using ${server.port}\n`);
      await output.write(`${server.address}\n`);
      if (open === true) openBrowser(server.address);
      if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    } finally {
      await server.close();
    }
  } finally {
    release();
    await imports.close();
    await threads?.close();
    await ledger.close();
  }
  return exitCode.ok;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function releaseOf(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** As each system opens an address. Where there is no browser, the address that was printed is enough. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', address]
        : ['xdg-open', address];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`according: no browser could be opened; open ${address} yourself\n`));
  child.unref();
}
