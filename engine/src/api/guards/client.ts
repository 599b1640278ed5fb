import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** The network address of who asks; empty where there is no network, as in tests. */
export function addressOfClient(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? '';
}
