import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { AccordingError } from '../errors.ts';
import type { Api } from './create-api.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A server that answers. */
export interface ApiServer {
  /** `http://127.0.0.1:4300/` */
  readonly address: string;
  readonly port: number;
  /** Whether the port that was asked for was taken, and another had to do. */
  readonly moved: boolean;
  /** Takes no more requests, lets those under way end for a moment, and ends. */
  readonly close: () => Promise<void>;
}

/** A line of the request and all of its headers. */
const headersMs = 10_000;
/** The whole of a request: the longest upload. What is shorter has limits of its own. */
const requestMs = 30 * 60_000;
/** A connection on which nothing moves; events have a heartbeat. */
const silenceMs = 120_000;
const checkMs = 2000;
const mostConnections = 1000;
const graceMs = 2000;

/**
 * Serves on a port of its own; where it is taken, on another.
 *
 * @throws {AccordingError} `address-unusable`
 */
export async function listen(app: Pick<Api, 'fetch'>, { host, port }: ListenOptions): Promise<ApiServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: 5000,
    },
  }) as Server;
  server.maxConnections = mostConnections;
  server.setTimeout(silenceMs);
  const moved = !(await bind(server, host, port));
  if (moved) await bind(server, host, 0);
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${isIPv6(host) ? `[${host}]` : host}:${bound.port}/`,
    port: bound.port,
    moved,
    close: () => close(server),
  };
}

/** False where the port is taken. */
function bind(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      // A port below 1024 may belong to others, which another port solves as well.
      if (port !== 0 && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES')) resolve(false);
      else
        reject(
          new AccordingError('address-unusable', `Expected an address of this machine, got ${host}: ${cause.message}`, { host }, cause), // prettier-ignore
        );
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(late);
}
