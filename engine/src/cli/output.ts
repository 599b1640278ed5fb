import { AccordingError } from '../errors.ts';

/**
 * Standard output as every command writes to it: in order, waiting where its reader is slow.
 *
 * A reader that has seen enough (`| head`) closes the pipe. That is nobody's mistake: `closed` turns true, and what is
 * written after it goes nowhere.
 */
export class Output {
  readonly #stream: NodeJS.WritableStream;
  #closed = false;
  #failure: AccordingError | null = null;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      this.#closed = true;
      if (cause.code === 'EPIPE' || cause.code === 'ERR_STREAM_DESTROYED') return;
      this.#failure ??= new AccordingError(
        'output-unwritable',
        `Expected to write standard output, got: ${cause.message}`,
        {},
        cause,
      );
    });
  }

  /** Whether anybody still reads. */
  get closed(): boolean {
    return this.#closed;
  }

  /** @throws {AccordingError} `output-unwritable`, of this text or of one before it */
  async write(text: string): Promise<void> {
    if (!this.#closed) {
      // The callback comes once the text is handed on or lost; waiting for it keeps memory bounded.
      await new Promise<void>((resolve) => this.#stream.write(text, () => resolve()));
    }
    if (this.#failure !== null) throw this.#failure;
  }
}
