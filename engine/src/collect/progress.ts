/** How much of what lies on disk has been read; `countInputs` says how much there is. */
export interface Progress {
  /** Files that are done with. */
  readonly files: number;
  /** Bytes as they lie on disk: of a packed file, packed ones. */
  readonly bytes: number;
}

/** Counts files and bytes while they are read. */
export class Meter {
  #files = 0;
  #bytes = 0;
  #size = 0;
  #offset = 0;

  /** A file of `size` bytes comes next. */
  begin(size: number): void {
    this.#size = size;
    this.#offset = 0;
  }

  /** The file has been read up to `offset`; that it was read before, to tell its kind, takes nothing back. */
  reach(offset: number): void {
    this.#offset = Math.min(this.#size, Math.max(this.#offset, offset));
  }

  /** The file is done with, however much of it had to be read. */
  end(): void {
    this.#files++;
    this.#bytes += this.#size;
    this.begin(0);
  }

  get progress(): Progress {
    return { files: this.#files, bytes: this.#bytes + this.#offset };
  }
}
