import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';

/**
 * Ends what takes longer than this with a problem, a body that does not come among it. What streams has begun to answer by
 * then and is not ended.
 */
export function limitTime(ms: number): MiddlewareHandler {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const slow = c.req.method === 'GET' ? 'query-too-slow' : 'request-too-slow';
        reject(new AccordingError(slow, `Expected an end within ${ms / 1000} s, got none`));
      }, ms);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
