import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real server on this machine, for tests. */
export interface TestServer extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  /** Every request so far, as `GET /page`. */
  readonly requests: string[];
}

/** Answers by path; what is missing gives 404. Bodies alone are HTML. */
export async function serve(answers: Readonly<Record<string, string | RequestListener>>): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    requests.push(`${request.method} ${request.url}`);
    const answer = answers[request.url!];
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
