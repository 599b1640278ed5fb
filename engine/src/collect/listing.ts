/**
 * A feed, sitemap or list whose state is kept only once all that it leads to is: until then it has to come in full again.
 *
 * Pages of one reading of it may be open while it is read again.
 */
export class Listing {
  #keep: (() => Promise<void>) | null = null;
  #open = 0;
  #ended = false;
  #failed = false;

  /** It is read, again as the case may be; `keep` is called once all of its pages have been kept. */
  begin(keep: () => Promise<void>): void {
    this.#keep = keep;
    this.#ended = false;
    this.#failed = false;
  }

  /** It leads to a page. */
  open(): void {
    this.#open++;
  }

  /** A page has been kept, or cannot be. */
  async settle(kept: boolean): Promise<void> {
    this.#open--;
    this.#failed ||= !kept;
    await this.#check();
  }

  /** It is to come in full next time, whatever becomes of its pages. */
  fail(): void {
    this.#failed = true;
  }

  /** All that it leads to has been named. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#check();
  }

  async #check(): Promise<void> {
    if (!this.#ended || this.#open > 0 || this.#failed) return;
    const keep = this.#keep;
    this.#keep = null;
    await keep?.();
  }
}
