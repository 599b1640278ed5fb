import type { ReadDocument } from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { AttributionNetwork } from '../inference/index.ts';
import { WordPiece } from '../segment/index.ts';
import { checkDate } from './check-date.ts';
import { readDocument } from './stages.ts';

export interface ReaderOptions {
  /** Folder of another network than the one that ships. */
  readonly modelPath?: string | undefined;
  /** Threads that share the work on one window; for many documents, workers gain more. */
  readonly threads?: number;
  /** Reads every content again for attributions inside it, at about half as much time again. */
  readonly nested?: boolean | undefined;
}

/** A loaded network with its tokenizer: reads documents, one after the other. `close` frees it. */
export class Reader {
  readonly network: AttributionNetwork;
  readonly wordPiece: WordPiece;
  readonly #nested: boolean;

  private constructor(network: AttributionNetwork, nested: boolean) {
    this.network = network;
    this.wordPiece = new WordPiece(network.vocabulary);
    this.#nested = nested;
  }

  /** @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing` */
  static async open({ modelPath, threads = 1, nested = false }: ReaderOptions = {}): Promise<Reader> {
    const network = await AttributionNetwork.load({ threads, ...(modelPath !== undefined && { path: modelPath }) });
    return new Reader(network, nested);
  }

  /** Why reading is slow here, or `null`: without the native runtime it takes several times as long. */
  get slowReason(): string | null {
    return this.network.runtime.reason;
  }

  /** @throws what `signal` was aborted with */
  async read(document: Document, signal?: AbortSignal): Promise<ReadDocument> {
    return readDocument(checkDate(document, new Date()), this, { nested: this.#nested, signal });
  }

  async close(): Promise<void> {
    await this.network.close();
  }
}
