import { AttributionNetwork } from '../inference/index.ts';
import type { Document } from '../document/index.ts';
import type { ExtractedDocument } from '../attribution/index.ts';
import { WordPiece } from '../segment/index.ts';
import { readDocument } from './stages.ts';

/** A loaded network with its tokenizer: reads documents, one after the other. `close` frees it. */
export class Reader {
  readonly network: AttributionNetwork;
  readonly wordPiece: WordPiece;

  private constructor(network: AttributionNetwork) {
    this.network = network;
    this.wordPiece = new WordPiece(network.vocabulary);
  }

  /** @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing` */
  static async open(options: { readonly modelPath?: string; readonly threads?: number } = {}): Promise<Reader> {
    const { modelPath, threads } = options;
    return new Reader(
      await AttributionNetwork.load({ ...(modelPath !== undefined && { path: modelPath }), ...(threads !== undefined && { threads }) }),
    );
  }

  /** @throws what `signal` was aborted with */
  async read(document: Document, signal?: AbortSignal): Promise<ExtractedDocument> {
    return readDocument(document, this, signal);
  }

  async close(): Promise<void> {
    await this.network.close();
  }
}
