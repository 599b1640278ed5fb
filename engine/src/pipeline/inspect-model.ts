import { readModelFolder, shippedModelPath } from '../inference/index.ts';

/** What network ships here; reading it verifies its checksums. */
export interface ModelReport {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  readonly megabytes: number;
  readonly sha256: string;
}

/** @throws {AccordingError} `model-missing` or `model-invalid` */
export function inspectModel(path: string = shippedModelPath('attribution')): ModelReport {
  const { manifest, weights } = readModelFolder(path);
  const { name, version, files, sha256 } = manifest;
  return { name, version, path, megabytes: weights.length / 1e6, sha256: sha256[files.network]! };
}
