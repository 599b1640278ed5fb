import type { AddResult } from '../ledger/index.ts';

/** What became of one report that was to be added. */
export type Added =
  | {
      readonly kind: AddResult;
      readonly origin: string;
      /** The report's id in the ledger. */
      readonly id: string;
      readonly title: string | null;
      readonly statements: number;
    }
  | {
      readonly kind: 'failed';
      readonly origin: string;
      /** What the ledger has the failure under. */
      readonly place: string;
      readonly code: string;
      readonly message: string;
    };
