/** More clients than these are forgotten, the oldest first. */
const mostClients = 10_000;

/** Counts what each client does, and forgets it evenly over time. */
export class RateLimit {
  readonly #most: number;
  readonly #perMs: number;
  readonly #now: () => number;
  readonly #clients = new Map<string, { level: number; atMs: number }>();

  /** At most `most` at once, and as many again in every `perMs`. */
  constructor({ most, perMs, now }: { readonly most: number; readonly perMs: number; readonly now: () => number }) {
    this.#most = most;
    this.#perMs = perMs;
    this.#now = now;
  }

  count(client: string): void {
    const level = this.#level(client) + 1;
    // Who did something last stands last.
    this.#clients.delete(client);
    this.#clients.set(client, { level, atMs: this.#now() });
    if (this.#clients.size > mostClients) this.#clients.delete(this.#clients.keys().next().value!);
  }

  isExceeded(client: string): boolean {
    return this.#level(client) + 1 > this.#most;
  }

  #level(client: string): number {
    const known = this.#clients.get(client);
    if (known === undefined) return 0;
    return Math.max(0, known.level - ((this.#now() - known.atMs) * this.#most) / this.#perMs);
  }
}
