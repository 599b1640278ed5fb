/** Counts by numbers below 2^48 whose bits are those of a hash: many times as fast as a `Map`, which hashes them once more. */
export class NumberCounts {
  #low = new Uint32Array(1024);
  #high = new Uint16Array(1024);
  #counts = new Uint32Array(1024);
  #size = 0;

  /** Counts a number of 32 and 16 bits once more. */
  add(low: number, high: number): void {
    const at = this.#find(low, high);
    if (this.#counts[at]!++ > 0) return;
    this.#low[at] = low;
    this.#high[at] = high;
    if (++this.#size * 2 > this.#counts.length) this.#grow();
  }

  toMap(): Map<number, number> {
    const counts = new Map<number, number>();
    this.#counts.forEach((count, at) => {
      if (count > 0) counts.set(this.#high[at]! * 2 ** 32 + this.#low[at]!, count);
    });
    return counts;
  }

  #find(low: number, high: number): number {
    const mask = this.#counts.length - 1;
    let at = low & mask;
    while (this.#counts[at]! > 0 && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high, counts] = [this.#low, this.#high, this.#counts];
    const length = 2 * counts.length;
    [this.#low, this.#high, this.#counts] = [new Uint32Array(length), new Uint16Array(length), new Uint32Array(length)];
    counts.forEach((count, from) => {
      if (count === 0) return;
      const at = this.#find(low[from]!, high[from]!);
      this.#low[at] = low[from]!;
      this.#high[at] = high[from]!;
      this.#counts[at] = count;
    });
  }
}
