import { getCookie } from 'hono/cookie';
import type { MiddlewareHandler } from 'hono';
import { AccordingError } from '../../errors.ts';
import type { TokenRole } from '../../ledger/index.ts';
import type { ApiEnv } from '../context.ts';
import { addressOfClient } from './client.ts';
import type { Gate } from './gate.ts';

/** Under which name a browser keeps the token; no script can read it. */
export const cookieName = 'according';

/** What tells nothing of the ledger, and how a session begins. */
const open = new Set(['GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs.css', 'POST /api/session']);

/** Lets in who has a token, by `Authorization: Bearer` or by the cookie of a session. */
export function checkToken(gate: Gate): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (open.has(`${c.req.method} ${c.req.path}`)) return next();
    const header = c.req.header('authorization');
    const token = header === undefined ? getCookie(c, cookieName) : (/^Bearer +(\S+)$/iu.exec(header)?.[1] ?? '');
    if (token === undefined)
      throw new AccordingError('token-missing', 'Expected “Authorization: Bearer” with a token, got none');
    c.set('holder', await gate.enter(token, addressOfClient(c)));
    return next();
  };
}

const ranks: Readonly<Record<TokenRole, number>> = { reader: 0, reviewer: 1, admin: 2 };

/** Lets in who may do at least as much as this role. */
export function requireRole(role: TokenRole, needsToken: boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const holder = c.get('holder');
    if (needsToken && (!holder || ranks[holder.role] < ranks[role]))
      throw new AccordingError(
        'role-missing',
        `Expected a token of role ${role}, got one of role ${holder?.role ?? 'none'}`,
      );
    await next();
  };
}
