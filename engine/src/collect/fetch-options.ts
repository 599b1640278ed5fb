import type { LookupFunction } from 'node:net';

/** What a server gave to ask by whether something has changed since; both `null` where it gave nothing. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Keeps validators from one run to the next. */
export interface ValidatorStore {
  get(url: string): Validators | null | Promise<Validators | null>;
  /** Called only once what came with them has been kept: no interruption can leave them standing for a lost report. */
  set(url: string, validators: Validators): void | Promise<void>;
}

/** How to fetch. */
export interface FetchOptions {
  /** Whether private, loopback and other special IP addresses may be connected to, or which of them. Default: none. */
  readonly allowPrivate?: boolean | ((ip: string) => boolean);
  /** Where a site's operators can find out who reads them; part of the `User-Agent`. */
  readonly contactUrl?: string;
  readonly validators?: ValidatorStore;
  /** In place of the system's resolver. */
  readonly lookup?: LookupFunction;
  /** Largest body, unpacked. Default: 10 MB. */
  readonly maxBytes?: number;
  /** For one request with its body. Default: 30 s. */
  readonly timeoutMs?: number;
  /** Default: 10. */
  readonly maxRedirects?: number;
  /** How often to try again where a server says that it is busy. Default: 3. */
  readonly maxRetries?: number;
  /** First pause before trying again; it doubles. Default: 1 s. */
  readonly backoffMs?: number;
  /** Longest pause that a server can ask for, by `Retry-After` or `Crawl-delay`. Default: 60 s. */
  readonly maxWaitMs?: number;
  /** Least time between two requests to one host. Default: 250 ms. */
  readonly delayMs?: number;
  /** Hosts that are asked at once. Default: 8. */
  readonly maxHosts?: number;
}

export const fetchDefaults = {
  maxBytes: 10_000_000,
  timeoutMs: 30_000,
  maxRedirects: 10,
  maxRetries: 3,
  backoffMs: 1000,
  maxWaitMs: 60_000,
  delayMs: 250,
  maxHosts: 8,
} as const;
