import { AccordingError } from '../errors.ts';

/** Bytes of a page, with what the server says of them. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Address after redirects. */
  readonly url: string;
  readonly contentType: string | null;
}

const maxRedirects = 10;

/**
 * Fetches one page.
 *
 * @param limits - `maxBytes` of the body, `timeoutMs` for everything together
 * @throws {AccordingError} `fetch-failed`, `redirect-loop`, or `document-too-large`
 */
export async function fetchReport(
  address: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Fetched> {
  if (!/^https?:/iu.test(address)) throw failed(address, 'an address of another kind than http or https');
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const visited = new Set<string>();
  let url = address;
  while (visited.size <= maxRedirects) {
    if (visited.has(url)) break;
    visited.add(url);
    const response = await request(url, signal);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) {
      if (!response.ok) throw failed(url, `status ${response.status}`);
      const bytes = await readBody(response, url, limits.maxBytes, signal);
      return { bytes, url, contentType: response.headers.get('content-type') };
    }
    await response.body?.cancel();
    // fetch would follow “data:” as readily as “https:”.
    const target = URL.canParse(location, url) ? new URL(location, url) : null;
    if (target === null || !/^https?:$/u.test(target.protocol)) throw failed(url, `a redirect to “${location}”`);
    url = target.href;
  }
  throw new AccordingError('redirect-loop', `Expected a page, got ${visited.size} redirects (${address})`, {
    url: address,
  });
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    const headers = {
      'user-agent': 'according/0.1',
      accept: 'text/html,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1',
    };
    return await fetch(url, { redirect: 'manual', signal, headers });
  } catch (cause) {
    throw failed(url, reasonOf(cause), cause);
  }
}

async function readBody(response: Response, url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > maxBytes) {
        const message = `Expected at most ${maxBytes} bytes, got more (${url})`;
        throw new AccordingError('document-too-large', message, { url, maxBytes });
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof AccordingError ? cause : failed(url, reasonOf(cause), cause);
  }
  return Buffer.concat(chunks);
}

function failed(url: string, what: string, cause?: unknown): AccordingError {
  return new AccordingError('fetch-failed', `Expected a page, got ${what} (${url})`, { url }, cause);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return 'no answer in time';
  // fetch says no more than “fetch failed”; the network's own words are one level down.
  // Where a name has several addresses, each failed for a reason of its own; the first one speaks for all.
  const inner: unknown = cause.cause instanceof AggregateError ? cause.cause.errors[0] : cause.cause;
  return inner instanceof Error ? inner.message || cause.message : cause.message;
}
