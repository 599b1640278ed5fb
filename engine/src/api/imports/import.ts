import type { AddResult } from '../../ledger/index.ts';

/** A run of adding reports, as it is told of. */
export interface Import {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped';
  /** Whether another import has to end before this one begins. */
  readonly waiting: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Names of files, titles of texts, addresses. */
  readonly inputs: readonly string[];
  /** Files and texts; null while it is not known, and where addresses are among the inputs. */
  readonly found: number | null;
  readonly counts: Readonly<Record<AddResult | 'failed', number>>;
  readonly statements: number;
  /** The first hundred. */
  readonly failures: readonly { readonly origin: string; readonly code: string; readonly message: string }[];
  /** The last hundred that were added. */
  readonly reports: readonly { readonly id: string; readonly title: string | null; readonly kind: AddResult }[];
  /** Of what was uploaded: read so far, and all of it. */
  readonly bytes: number;
  readonly allBytes: number;
  /** What ended it before its end, other than somebody who stopped it. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What is to be added. */
export type ImportInput =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly title: string | null;
      readonly publisher: string | null;
      readonly date: string | null;
      readonly url: string | null;
    }
  | { readonly kind: 'url' | 'feed'; readonly url: string }
  | { readonly kind: 'upload'; readonly upload: Upload };

/** Files that came over the network and lie in a temporary folder until they are read. */
export interface Upload {
  readonly folder: string;
  /** Names within the folder, of files and of folders that came as a whole. */
  readonly names: readonly string[];
}
