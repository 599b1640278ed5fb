import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';
import type { ApiEnv } from '../context.ts';
import { addressOfClient } from './client.ts';
import { RateLimit } from './rate-limit.ts';

/** How much one client may ask for, at once and every minute. */
export interface Rates {
  readonly readsPerMinute: number;
  readonly changesPerMinute: number;
}

/** A person who looks around asks for a few pages a second; a program that reads all does so by one export. */
export const networkRates: Rates = { readsPerMinute: 1200, changesPerMinute: 60 };

/** On this machine everybody is one client. */
export const loopbackRates: Rates = { readsPerMinute: 600_000, changesPerMinute: 300 };

/** Refuses what a client asks for beyond its rate; clients are holders of tokens, else network addresses. */
export function limitRate({ readsPerMinute, changesPerMinute }: Rates, now: () => number): MiddlewareHandler<ApiEnv> {
  const [reads, changes] = [readsPerMinute, changesPerMinute].map(
    (most) => new RateLimit({ most, perMs: 60_000, now }),
  );
  return async (c, next) => {
    const limit = (c.req.method === 'GET' || c.req.method === 'HEAD' ? reads : changes)!;
    const client = c.get('holder')?.name ?? addressOfClient(c);
    if (limit.isExceeded(client))
      throw new AccordingError('too-many-requests', 'Expected fewer requests in a minute, got too many');
    limit.count(client);
    await next();
  };
}
