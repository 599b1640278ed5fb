import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';

const changing = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Refuses what another site's page sends: anything that changes something, and of the rest what is no link that somebody
 * followed. Browsers say where a request comes from; other programs say nothing, and carry nobody's cookies.
 */
export function checkOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const { method } = c.req;
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const follows = c.req.header('sec-fetch-mode') === 'navigate' && !changing(method);
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !follows) throw refused(`“${site}”`);
    if (changing(method) && origin !== undefined && !isOwn(origin, c.req.url))
      throw refused(`“${origin.slice(0, 100)}”`);
    await next();
  };
}

/** A proxy before the server may speak TLS, so that the host alone counts. */
function isOwn(origin: string, url: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}

function refused(from: string): AccordingError {
  return new AccordingError('origin-refused', `Expected a request of this server’s own pages, got one from ${from}`);
}
