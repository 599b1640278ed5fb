import { expect, it } from 'vitest';
import { collectInputs } from './collect-inputs.ts';
import { serve } from './test-server.ts';

it('asks a host by one connection, and for its robots.txt once, whatever inputs lead there', async () => {
  const ports = new Set<number | undefined>();
  const page = (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse): void => {
    ports.add(request.socket.remotePort);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>So it is.</p>');
  };
  await using server = await serve({ '/a': page, '/b': page, '/c': page });
  const inputs = ['/a', '/b', '/c'].map((path) => server.origin + path);
  const options = { web: { fetch: { allowPrivate: true, delayMs: 0 } } };
  const kinds = (await Array.fromAsync(collectInputs(inputs, options))).map(({ kind }) => kind);
  expect(kinds).toEqual(['report', 'report', 'report']);
  expect(ports.size).toBe(1);
  expect(server.requests).toEqual(['GET /robots.txt', 'GET /a', 'GET /b', 'GET /c']);
});
