import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AccordingError } from '../errors.ts';

const logistic = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** Pieces of a window, special ones included. */
  maxPieces: z.number().int().min(8).max(512),
  labels: z.array(z.string()),
  /** Least probability of an attribution's anchor. */
  threshold: z.number().min(0).max(1),
  /** Least probability of an anchor that the network scores at all; between the two, quotations decide. */
  candidateThreshold: z.number().min(0).max(1),
  /** The chain's score of going from the label of the row to that of the column. */
  transition: z.array(z.array(z.number())),
  /** The chain's score of starting with each label. */
  first: z.array(z.number()),
  /** The values that each part of `meaning` scores, in order, and the width of a dispute's query and key. */
  meaning: z.object({
    stances: z.array(z.string()),
    distances: z.array(z.string()),
    sourceTypes: z.array(z.string()),
    link: z.number().int().positive(),
  }),
  mentions: z.object({
    /** Width of each feature of a piece, in the order in which they stand. */
    features: z.record(z.string(), z.number().int().positive()),
    types: z.array(z.string()),
    /** What a link is worth by how its mentions look: `[kind of the earlier, kind of the later, string relation]`. */
    looks: z.array(z.array(z.array(z.number()))),
    /** What a link is worth by distance: `[kind of the later, bucket]`. */
    distance: z.array(z.array(z.number())),
  }),
  /** Regressions fitted to what this network finds (`npm run fit`). */
  confidence: logistic,
  disputes: logistic.extend({ threshold: z.number().min(0).max(1) }),
  files: z.object({ network: z.string(), vocabulary: z.string() }),
  /** SHA-256 of each file, lower-case hex. */
  sha256: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A network's files, read and checked. */
export interface ModelFolder {
  readonly path: string;
  readonly manifest: Manifest;
  readonly weights: Uint8Array;
  readonly vocabulary: string;
}

/** The folder that ships with this package: beside `dist` when installed, in the repository's `models` in a checkout. */
export function shippedModelPath(name: string): string {
  const candidates = ['../../models/', '../../../models/'].map((up) =>
    fileURLToPath(new URL(up + name, import.meta.url)),
  );
  return candidates.find((path) => existsSync(path)) ?? candidates[0]!;
}

/**
 * Reads a model folder and compares every file with its checksum.
 *
 * @throws {AccordingError} `model-missing` where a file is not there, `model-invalid` where one is not what the manifest says
 */
export function readModelFolder(path: string): ModelFolder {
  const parsed = manifestSchema.safeParse(parseJson(read(join(path, 'manifest.json')).toString('utf8'), path));
  if (!parsed.success) {
    throw new AccordingError(
      'model-invalid',
      `Expected a model manifest, got ${z.prettifyError(parsed.error)} (${path}/manifest.json)`,
      { path },
    );
  }
  const manifest = parsed.data;
  const checked = (file: string): Buffer => {
    const bytes = read(join(path, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== manifest.sha256[file]) {
      throw new AccordingError(
        'model-invalid',
        `Expected SHA-256 ${manifest.sha256[file] ?? 'in the manifest'}, got ${sha256} (${join(path, file)})`,
        { path, file, sha256 },
      );
    }
    return bytes;
  };
  return {
    path,
    manifest,
    weights: checked(manifest.files.network),
    vocabulary: checked(manifest.files.vocabulary).toString('utf8'),
  };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AccordingError('model-missing', `Expected a file of the network, got none (${file})`, { file }, cause);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AccordingError(
      'model-invalid',
      `Expected JSON, got something else (${path}/manifest.json)`,
      { path },
      cause,
    );
  }
}
