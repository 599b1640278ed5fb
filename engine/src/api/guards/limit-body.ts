import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';

/**
 * Refuses a body of more than so many bytes, whether its length is said beforehand or not. Hono's own limit makes a new request
 * of the one that came, which the requests of our server do not allow.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return async (c, next) => {
    const { raw } = c.req;
    const said = raw.headers.get('content-length');
    if (Number(said ?? 0) > maxBytes) throw tooLarge(maxBytes);
    if (raw.body === null || (said !== null && !raw.headers.has('transfer-encoding'))) return next();
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of raw.body) {
      bytes += part.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      parts.push(part);
    }
    const { url, method, headers } = raw;
    c.req.raw = new Request(url, { method, headers, body: Buffer.concat(parts) });
    return next();
  };
}

/** What is refused for its size. */
export function tooLarge(maxBytes: number): AccordingError {
  return new AccordingError('request-too-large', `Expected at most ${maxBytes} bytes, got more`, { maxBytes });
}
