/** A stretch of a stream of bytes that moves on as it is told to, so that a file of any size takes constant memory. */
export class ByteWindow {
  readonly #stream: AsyncIterator<Uint8Array>;
  #bytes: Buffer = Buffer.alloc(0);
  #offset = 0;
  #ended = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#stream = stream[Symbol.asyncIterator]();
  }

  /** What is held: valid until the next call of `fill`. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where in the stream it begins. */
  get offset(): number {
    return this.#offset;
  }

  /** Whether the stream holds no more than this. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Holds `size` bytes at least, or all that are left; says whether there are so many. */
  async fill(size: number): Promise<boolean> {
    if (this.#bytes.length >= size) return true;
    const parts: Uint8Array[] = [this.#bytes];
    let held = this.#bytes.length;
    while (held < size && !this.#ended) {
      const { done, value } = await this.#stream.next();
      if (done) this.#ended = true;
      else {
        parts.push(value);
        held += value.length;
      }
    }
    this.#bytes = parts.length === 1 ? this.#bytes : Buffer.concat(parts);
    return held >= size;
  }

  /** Moves on by as many bytes as are held at most. */
  consume(size: number): void {
    this.#offset += Math.min(size, this.#bytes.length);
    this.#bytes = this.#bytes.subarray(size);
  }

  async close(): Promise<void> {
    await this.#stream.return?.();
  }
}
