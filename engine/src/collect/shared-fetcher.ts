import type { PoliteFetcher } from './fetch-politely.ts';
import { openFetcher } from './lazy-web.ts';
import type { WebOptions } from './web-inputs.ts';

/** The fetcher that all inputs of a run share, made when the first of them leads to the web. */
export class SharedFetcher implements AsyncDisposable {
  readonly #options: WebOptions;
  #own: Promise<PoliteFetcher> | null = null;

  /** @param options - of which `fetcher` is taken where it is given, and left to its owner to close */
  constructor(options: WebOptions) {
    this.#options = options;
  }

  async open(): Promise<PoliteFetcher> {
    return this.#options.fetcher ?? (this.#own ??= openFetcher(this.#options.fetch));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#own)?.close();
  }
}
