import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';

/** Names under which this machine reaches itself, and no other machine reaches it. */
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses requests for another host than this machine: a page whose name was made to lead here (DNS rebinding) asks for its
 * own name.
 *
 * @param port - that of the server, once it listens; null where it is not known
 */
export function checkHost(port: () => number | null): MiddlewareHandler {
  return async (c, next) => {
    // The header, and the address that was made of it or stood in the request line.
    for (const host of [c.req.header('host'), new URL(c.req.url).host]) {
      if (host !== undefined && !isLoopback(host, port()))
        throw new AccordingError(
          'host-refused',
          `Expected a request for this machine, got one for “${host.slice(0, 100)}”`,
        );
    }
    await next();
  };
}

function isLoopback(host: string, port: number | null): boolean {
  const [, name = '', given] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/u.exec(host.toLowerCase()) ?? [];
  return loopbackNames.has(name) && (port === null || Number(given ?? 80) === port);
}
