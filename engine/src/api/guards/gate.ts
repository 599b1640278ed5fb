import { AccordingError } from '../../errors.ts';
import type { Ledger, TokenHolder } from '../../ledger/index.ts';
import { RateLimit } from './rate-limit.ts';

/** Wrong tokens of one address in a minute; the right one is not found by trying anyway. */
const mostWrong = 20;

/** Who has a token is asked of the ledger again after this time, so that one that was removed ends soon. */
const knownMs = 5000;
const mostKnown = 10_000;
const longestToken = 200;

/** Knows who may come in. */
export class Gate {
  readonly #ledger: Pick<Ledger, 'holderOf'>;
  readonly #now: () => number;
  readonly #wrong: RateLimit;
  readonly #known = new Map<string, { readonly holder: TokenHolder; readonly untilMs: number }>();

  constructor(ledger: Pick<Ledger, 'holderOf'>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
    this.#wrong = new RateLimit({ most: mostWrong, perMs: 60_000, now });
  }

  /**
   * Whose token this is.
   *
   * @param client - network address of who tries
   * @throws {AccordingError} `token-invalid`, or `too-many-requests` after too many wrong ones
   */
  async enter(token: string, client: string): Promise<TokenHolder> {
    if (this.#wrong.isExceeded(client))
      throw new AccordingError('too-many-requests', 'Expected the right token, got too many wrong ones');
    const remembered = this.#known.get(token);
    if (remembered !== undefined && remembered.untilMs > this.#now()) return remembered.holder;
    this.#known.delete(token);
    const holder = token.length > longestToken ? null : await this.#ledger.holderOf(token);
    if (holder === null) {
      this.#wrong.count(client);
      throw new AccordingError('token-invalid', 'Expected a token of this ledger, got another');
    }
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(token, { holder, untilMs: this.#now() + knownMs });
    return holder;
  }
}
