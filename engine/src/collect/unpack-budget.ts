import { AccordingError } from '../errors.ts';
import type { Limits } from './limits.ts';

/**
 * How much may still be unpacked from one file on disk, whatever is packed in it and however deep.
 *
 * It counts what really comes out: what an archive says of itself may be a lie, and many entries may name the same bytes.
 */
export class UnpackBudget {
  readonly #allowed: number;
  #left: number;

  constructor(packedBytes: number, limits: Limits) {
    this.#allowed = Math.max(limits.leastUnpackedBytes, limits.maxUnpackedRatio * packedBytes);
    this.#left = this.#allowed;
  }

  get spent(): boolean {
    return this.#left < 0;
  }

  /** @throws {AccordingError} `archive-too-large` */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    const megabytes = (this.#allowed / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });
    const message = `Expected at most ${megabytes} MB to come out of a packed file of this size, got more`;
    throw new AccordingError('archive-too-large', message, { allowed: this.#allowed });
  }
}
