import { AccordingError } from '../errors.ts';

/** What runs networks here. `native` is the compiled ONNX runtime, `wasm` the same in WebAssembly, several times slower. */
export type RuntimeKind = 'native' | 'wasm';

type Ort = typeof import('onnxruntime-node');

export interface Runtime {
  readonly kind: RuntimeKind;
  readonly version: string;
  readonly ort: Ort;
  /** Why it is not the native one, where it is not. */
  readonly reason: string | null;
}

/**
 * Loads the ONNX runtime: the native one where its package is there and fits this machine, else WebAssembly.
 *
 * `ACCORDING_RUNTIME=native` or `=wasm` in the environment asks for one of them.
 *
 * @throws {AccordingError} `runtime-missing` where neither loads, or not the one asked for; `usage` where it asks for another
 */
export async function loadRuntime(wanted: string | undefined = process.env['ACCORDING_RUNTIME']): Promise<Runtime> {
  if (wanted !== undefined && wanted !== '' && wanted !== 'native' && wanted !== 'wasm') {
    throw new AccordingError('usage', `Expected ACCORDING_RUNTIME to be native or wasm, got “${wanted}”`, { wanted });
  }
  let reason: string | null = 'asked for by ACCORDING_RUNTIME=wasm';
  if (wanted !== 'wasm') {
    try {
      return { kind: 'native', reason: null, ...(await load('onnxruntime-node')) };
    } catch (cause) {
      reason = firstLine(cause);
      if (wanted === 'native') {
        throw new AccordingError('runtime-missing', `Expected the native ONNX runtime, got: ${reason}`, {}, cause);
      }
    }
  }
  try {
    return { kind: 'wasm', reason, ...(await load('onnxruntime-web')) };
  } catch (cause) {
    throw new AccordingError(
      'runtime-missing',
      `Expected the ONNX runtime, native or WebAssembly, got: ${reason}; ${firstLine(cause)}`,
      {},
      cause,
    );
  }
}

async function load(name: 'onnxruntime-node' | 'onnxruntime-web'): Promise<{ ort: Ort; version: string }> {
  const module = (await import(name)) as Ort & { default?: Ort };
  const ort = module.default ?? module;
  return { ort, version: String((ort.env.versions as Record<string, unknown>)['common']) };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}
