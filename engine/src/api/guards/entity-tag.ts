import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Ledger } from '../../ledger/index.ts';

/**
 * Marks answers by the state of the ledger, and answers 304 where nobody has written since.
 *
 * The state is taken before the answer is made: one that holds more than its mark says is asked for once more, and none
 * is ever kept too long.
 *
 * @param release - of the program, whose answers may differ from those of another
 */
export function entityTag(ledger: Ledger, release: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const accepted = c.req.header('accept') ?? '';
    const mark = createHash('sha256')
      .update(`${release}\n${await ledger.state()}\n${accepted}`)
      .digest('base64url');
    const tag = `W/"${mark.slice(0, 22)}"`;
    const held = c.req.header('if-none-match');
    const headers = { etag: tag, 'cache-control': 'private, no-cache', vary: 'accept, authorization, cookie' };
    if (held !== undefined && held.split(',').some((each) => each.trim() === tag || each.trim() === '*')) {
      c.res = new Response(null, { status: 304, headers });
      return;
    }
    await next();
    if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
