import type { InferenceSession } from 'onnxruntime-node';
import { AccordingError } from '../errors.ts';
import { readModelFolder, shippedModelPath, type Manifest, type ModelFolder } from './model-folder.ts';
import { loadRuntime, type Runtime } from './runtime.ts';

/** What the network says of one window of `pieces` pieces. */
export interface WindowScores {
  /** Pieces that may anchor an attribution. */
  readonly anchors: Int32Array;
  /** For each anchor, the probability that it belongs to a cue. */
  readonly probability: Float32Array;
  /** For each anchor and piece, one score a label: shape `[anchors, pieces, labels]`, row-major. */
  readonly roleScores: Float32Array;
  /** For each anchor what it means, `[anchors, features]`: logits of stances, distances and source types, then a dispute's query and key. */
  readonly meaning: Float32Array;
  /** For each piece what finds and links mentions, `[pieces, features]`, as `manifest.mentions.features` lays them out. */
  readonly mentions: Float32Array;
}

/** A loaded attribution network. `close` frees it. */
export class AttributionNetwork {
  readonly manifest: Manifest;
  readonly vocabulary: string;
  readonly runtime: Runtime;
  readonly #session: InferenceSession;

  private constructor(folder: ModelFolder, runtime: Runtime, session: InferenceSession) {
    this.manifest = folder.manifest;
    this.vocabulary = folder.vocabulary;
    this.runtime = runtime;
    this.#session = session;
  }

  /**
   * Loads the network that ships with According, or that of another folder.
   *
   * @param options.threads - threads that share one window's work; several documents at once gain more from workers
   * @throws {AccordingError} `model-missing`, `model-invalid` or `runtime-missing`
   */
  static async load(options: { readonly path?: string; readonly threads?: number } = {}): Promise<AttributionNetwork> {
    const folder = readModelFolder(options.path ?? shippedModelPath('attribution'));
    const runtime = await loadRuntime();
    const threads = options.threads ?? 1;
    // WebAssembly threads would start workers of their own; ours are one level up.
    if (runtime.kind === 'wasm') runtime.ort.env.wasm.numThreads = 1;
    try {
      const session = await runtime.ort.InferenceSession.create(folder.weights, {
        executionProviders: [runtime.kind === 'native' ? 'cpu' : 'wasm'],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: 'all',
      });
      return new AttributionNetwork(folder, runtime, session);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new AccordingError('model-invalid', `Expected a network, got: ${message} (${folder.path})`, {}, cause);
    }
  }

  /** Reads one window of piece ids. */
  async read(ids: readonly number[]): Promise<WindowScores> {
    const { Tensor } = this.runtime.ort;
    const out = await this.#session.run({
      ids: new Tensor('int32', Int32Array.from(ids), [ids.length]),
      threshold: new Tensor('float32', Float32Array.of(this.manifest.candidateThreshold), []),
    });
    return {
      anchors: Int32Array.from(out['anchors']!.data as Int32Array),
      probability: out['probability']!.data as Float32Array,
      roleScores: out['role_scores']!.data as Float32Array,
      meaning: out['meaning']!.data as Float32Array,
      mentions: out['mentions']!.data as Float32Array,
    };
  }

  async close(): Promise<void> {
    await this.#session.release();
  }
}
