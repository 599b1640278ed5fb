import { Agent, fetch, type Response } from 'undici';
import { AccordingError } from '../errors.ts';
import { fetchDefaults, type FetchOptions, type Validators } from './fetch-options.ts';
import { guardedConnector } from './guarded-connector.ts';
import { HostQueue } from './host-queue.ts';
import { mayHoldReports } from './media-type.ts';
import { pause } from './pause.ts';
import { agentName, allowAll, allowNothing, maxRobotsBytes, parseRobots, type RobotsRules } from './robots-rules.ts';
import { webAddress } from './web-address.ts';

/** What a polite request gave. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      /** Address after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      /** ISO 8601, from the header of that name. */
      readonly lastModified: string | null;
      /** For how long the server says that this stays as it is; 0 where it does not. */
      readonly maxAgeMs: number;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged'; readonly url: string; readonly maxAgeMs: number };

interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly maxBytes?: number;
}

type Hop = Fetched | { readonly kind: 'redirect'; readonly location: string };

interface Host {
  lastEndMs: number;
  failures: number;
  readonly robots: Map<string, { readonly rules: Promise<RobotsRules>; readonly untilMs: number }>;
}

/** More than these are forgotten, the oldest first. */
const mostHosts = 10_000;
const maxRobotsRedirects = 5;
/** RFC 9309: a copy should not be used for more than 24 hours. */
const robotsAgeMs = 24 * 3_600_000;
const robotsFailureAgeMs = 600_000;
/** A host that failed to answer as often as this, one time after the other, is not asked again for ten minutes. */
const mostFailures = 5;
const failureAgeMs = 600_000;
const noValidators: Validators = { etag: null, lastModified: null };
const busy = new Set([429, 502, 503, 504]);

/**
 * Fetches as a good guest: by robots.txt, with one connection to a host, only what has changed, within limits, and never
 * from a private address unless that is allowed. Close it at the end.
 */
export class PoliteFetcher {
  readonly #options: FetchOptions & typeof fetchDefaults;
  readonly #agent: Agent;
  readonly #queue: HostQueue;
  readonly #hosts = new Map<string, Host>();
  readonly #userAgent: string;

  constructor(options: FetchOptions = {}) {
    this.#options = { ...fetchDefaults, ...options } as FetchOptions & typeof fetchDefaults;
    const { allowPrivate = false, timeoutMs, lookup, maxHosts, contactUrl } = this.#options;
    this.#agent = new Agent({ connections: 1, connect: guardedConnector(allowPrivate, timeoutMs, lookup) });
    this.#queue = new HostQueue(maxHosts);
    this.#userAgent = `${agentName}/0.1${contactUrl === undefined ? '' : ` (+${contactUrl})`}`;
  }

  /** Largest body of a page. */
  get maxBytes(): number {
    return this.#options.maxBytes;
  }

  /**
   * Fetches one address, after redirects.
   *
   * The validators that come with it are kept only when `acknowledge` says so.
   *
   * @throws {AccordingError} `address-invalid`, `address-private`, `robots-disallowed`, `fetch-failed`, `redirect-loop`,
   * `format-unsupported` or `document-too-large`
   */
  async fetch(address: string, options: RequestOptions = {}): Promise<Fetched> {
    let url = checked(address);
    const visited = new Set<string>();
    while (visited.size <= this.#options.maxRedirects && !visited.has(url)) {
      visited.add(url);
      const here = url;
      const { host } = new URL(here);
      const hop = await this.#queue.run(host, () => this.#hop(here, this.#host(host), options));
      if (hop.kind !== 'redirect') return hop;
      const target = webAddress(hop.location, here);
      if (target === null) throw failed(here, `a redirect to “${hop.location.slice(0, 200)}”`);
      url = target;
    }
    const message = `Expected a page, got ${visited.size} redirects (${address.slice(0, 200)})`;
    throw new AccordingError('redirect-loop', message, { url: address });
  }

  /**
   * Keeps what to ask by whether this has changed, so that it is not fetched again; called once what came is kept for good.
   *
   * @param address - by which it was asked for, where that led to another; it is noted as visited, too
   */
  async acknowledge(fetched: Fetched, address?: string): Promise<void> {
    if (fetched.kind !== 'fetched') return;
    const { validators } = this.#options;
    await validators?.set(fetched.url, fetched.validators);
    if (address !== undefined && address !== fetched.url) await validators?.set(address, noValidators);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    const host: Host = { lastEndMs: 0, failures: 0, robots: new Map() };
    this.#hosts.set(name, host);
    if (this.#hosts.size > mostHosts) this.#hosts.delete(this.#hosts.keys().next().value!);
    return host;
  }

  /** One address without its redirects, tried again where the server is busy. Nobody else asks the host meanwhile. */
  async #hop(url: string, host: Host, options: RequestOptions): Promise<Hop> {
    options.signal?.throwIfAborted();
    if (host.failures >= mostFailures && performance.now() - host.lastEndMs < failureAgeMs)
      throw failed(url, `no answer from its host, ${mostFailures} times over`);
    const rules = await this.#robots(url, host, options.signal);
    if (!rules.allows(url)) {
      const message = `Expected an address that robots.txt allows, got one that it does not (${url})`;
      throw new AccordingError('robots-disallowed', message, { url });
    }
    const gapMs = Math.max(this.#options.delayMs, Math.min(rules.crawlDelayMs, this.#options.maxWaitMs));
    for (let attempt = 0; ; attempt++) {
      await pause(host.lastEndMs + gapMs - performance.now(), options.signal);
      const answer = await this.#attempt(url, host, options);
      if (!('waitMs' in answer)) return answer;
      const waitMs = answer.waitMs ?? this.#options.backoffMs * 2 ** attempt;
      const what = `status ${answer.status}`;
      if (attempt >= this.#options.maxRetries) throw failed(url, `${what}, ${attempt + 1} times over`);
      if (waitMs > this.#options.maxWaitMs) {
        throw failed(url, `${what} with a request to wait for ${Math.round(waitMs / 1000)} s`);
      }
      await pause(waitMs, options.signal);
    }
  }

  async #attempt(
    url: string,
    host: Host,
    options: RequestOptions,
  ): Promise<Hop | { readonly status: number; readonly waitMs: number | null }> {
    const known = (await this.#options.validators?.get(url)) ?? null;
    const signal = this.#limit(options.signal);
    try {
      const response = await this.#request(url, signal, known);
      const { status, headers } = response;
      const location = status >= 300 && status < 400 ? headers.get('location') : null;
      if (location === null && response.ok) return await this.#body(response, url, options, signal);
      await response.body?.cancel();
      host.failures = 0;
      if (location !== null) return { kind: 'redirect', location };
      if (status === 304 && known !== null)
        return { kind: 'unchanged', url, maxAgeMs: maxAge(headers.get('cache-control')) };
      if (busy.has(status)) return { status, waitMs: retryAfter(headers.get('retry-after')) };
      throw failed(url, `status ${status}`);
    } catch (error) {
      options.signal?.throwIfAborted();
      const known = ours(error);
      if (known !== null) throw known;
      host.failures++;
      throw failed(url, reasonOf(error), error);
    } finally {
      host.lastEndMs = performance.now();
    }
  }

  async #request(url: string, signal: AbortSignal, known: Validators | null): Promise<Response> {
    const headers: Record<string, string> = {
      'user-agent': this.#userAgent,
      accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/*;q=0.8,application/xml;q=0.8,*/*;q=0.1',
    };
    if (known?.etag) headers['if-none-match'] = known.etag;
    if (known?.lastModified) headers['if-modified-since'] = known.lastModified;
    return fetch(url, { redirect: 'manual', signal, headers, dispatcher: this.#agent });
  }

  async #body(response: Response, url: string, options: RequestOptions, signal: AbortSignal): Promise<Fetched> {
    const { headers } = response;
    const contentType = headers.get('content-type');
    if (!mayHoldReports(contentType)) {
      await response.body?.cancel();
      const message = `Expected text, HTML or PDF, got ${contentType!.slice(0, 100)} (${url})`;
      throw new AccordingError('format-unsupported', message, { url, contentType });
    }
    const bytes = await readBody(response, url, options.maxBytes ?? this.#options.maxBytes, signal);
    const etag = headers.get('etag');
    const lastModified = headers.get('last-modified');
    const time = Date.parse(lastModified ?? '');
    this.#host(new URL(url).host).failures = 0;
    return {
      kind: 'fetched',
      url,
      bytes,
      contentType,
      lastModified: Number.isNaN(time) ? null : new Date(time).toISOString(),
      maxAgeMs: maxAge(headers.get('cache-control')),
      validators: { etag, lastModified },
    };
  }

  /** The rules of a site, fetched once. A site whose robots.txt cannot be had for want of an answer allows nothing. */
  async #robots(url: string, host: Host, signal: AbortSignal | undefined): Promise<RobotsRules> {
    const { origin } = new URL(url);
    const known = host.robots.get(origin);
    if (known !== undefined && known.untilMs > performance.now()) return known.rules;
    const { rules, ageMs } = await this.#fetchRobots(`${origin}/robots.txt`, host, signal);
    host.robots.set(origin, { rules: Promise.resolve(rules), untilMs: performance.now() + ageMs });
    return rules;
  }

  async #fetchRobots(
    address: string,
    host: Host,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly rules: RobotsRules; readonly ageMs: number }> {
    const limited = this.#limit(signal);
    let url = address;
    try {
      for (let redirects = 0; redirects <= maxRobotsRedirects; redirects++) {
        const response = await this.#request(url, limited, null);
        const { status } = response;
        if (response.ok) {
          const text = new TextDecoder().decode(await readStart(response, maxRobotsBytes, limited));
          return { rules: parseRobots(address, text), ageMs: robotsAgeMs };
        }
        await response.body?.cancel();
        const location = status >= 300 && status < 400 ? response.headers.get('location') : null;
        const target = location === null ? null : webAddress(location, url);
        // RFC 9309: a server in trouble forbids everything; one that has no such file forbids nothing.
        if (status >= 500 || status === 429) return { rules: allowNothing, ageMs: robotsFailureAgeMs };
        if (target === null) break;
        url = target;
      }
      return { rules: allowAll, ageMs: robotsAgeMs };
    } catch (error) {
      signal?.throwIfAborted();
      const known = ours(error);
      if (known !== null) throw known;
      host.failures++;
      throw failed(url, reasonOf(error), error);
    } finally {
      host.lastEndMs = performance.now();
    }
  }

  #limit(signal: AbortSignal | undefined): AbortSignal {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  }
}

function checked(address: string): string {
  const url = webAddress(address);
  if (url !== null) return url;
  const message = `Expected an address that begins with http:// or https://, got “${address.slice(0, 200)}”`;
  throw new AccordingError('address-invalid', message, { address });
}

async function readBody(response: Response, url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted();
    size += chunk.length;
    if (size > maxBytes) {
      const message = `Expected at most ${maxBytes} bytes, got more (${url})`;
      throw new AccordingError('document-too-large', message, { url, maxBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readStart(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted();
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/** What `Retry-After` says, in seconds or as a date, in milliseconds; `null` where it says nothing. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,10}$/u.test(header)) return 1000 * Number(header);
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, time - Date.now());
}

function maxAge(cacheControl: string | null): number {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})\b/iu.exec(cacheControl ?? '')?.[1];
  return seconds === undefined ? 0 : 1000 * Number(seconds);
}

function failed(url: string, what: string, cause?: unknown): AccordingError {
  return new AccordingError('fetch-failed', `Expected a page, got ${what} (${url})`, { url }, cause);
}

/** The error of ours that the network library wrapped, or `null`. */
function ours(error: unknown): AccordingError | null {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; depth++) {
    if (inner instanceof AccordingError) return inner;
    inner = inner instanceof AggregateError ? inner.errors[0] : inner.cause;
  }
  return null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const inner: unknown = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause;
  return inner instanceof Error ? inner.message || error.message : error.message;
}
