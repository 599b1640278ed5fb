/** Runs work for one host after the other, and for several hosts at once, up to a limit. */
export class HostQueue {
  readonly #most: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #last = new Map<string, Promise<void>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What `work` gives, once all that was asked for the same host before has ended. */
  async run<T>(host: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last.set(host, promise);
    try {
      await before;
      // The place among the hosts comes last: nobody holds one while waiting for another's host.
      await this.#enter();
      try {
        return await work();
      } finally {
        this.#leave();
      }
    } finally {
      if (this.#last.get(host) === promise) this.#last.delete(host);
      resolve();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#most) this.#running++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the place on to whoever waits longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}
