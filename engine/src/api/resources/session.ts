import { createRoute, z } from '@hono/zod-openapi';
import { deleteCookie, setCookie } from 'hono/cookie';
import { tokenRoles } from '../../ledger/index.ts';
import { answers } from '../answers.ts';
import { resource, type Context } from '../context.ts';
import { cookieName } from '../guards/check-token.ts';
import { addressOfClient } from '../guards/client.ts';

const longestSessionSeconds = 12 * 3600;

const session = z
  .object({
    needsToken: z.boolean(),
    name: z.string().nullable().describe('null where no tokens are asked for'),
    role: z.enum(tokenRoles).nullable(),
  })
  .openapi('Session');

const current = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who asks',
  tags: ['session'],
  responses: answers(session, 'Name and role of the token'),
});

const begin = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Lets a browser keep the token where no script can read it',
  tags: ['session'],
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ token: z.string().max(200) }) } },
    },
  },
  responses: answers(session, 'A cookie for twelve hours'),
});

const end = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Lets the browser forget the token',
  tags: ['session'],
  responses: answers(z.object({ ended: z.boolean() }), 'No cookie'),
});

export function sessionRoutes({ gate, needsToken }: Context) {
  return resource()
    .openapi(current, (c) => {
      const holder = c.get('holder') ?? null;
      return c.json({ needsToken, name: holder?.name ?? null, role: holder?.role ?? null }, 200);
    })
    .openapi(begin, async (c) => {
      const { token } = c.req.valid('json');
      const holder = await gate.enter(token, addressOfClient(c));
      setCookie(c, cookieName, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: longestSessionSeconds });
      return c.json({ needsToken, name: holder.name, role: holder.role }, 200);
    })
    .openapi(end, (c) => {
      deleteCookie(c, cookieName, { path: '/' });
      return c.json({ ended: true }, 200);
    });
}
