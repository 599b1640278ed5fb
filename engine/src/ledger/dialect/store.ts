import type { RawBuilder } from 'kysely';
import type { LedgerDatabase, LedgerTables, LedgerTransaction } from '../schema.ts';

/** Words to be found: phrases of folded words, all of which must occur. */
export interface WordMatch {
  /** In the content, or anywhere in source, cue, content and speaker. */
  readonly where: 'content' | 'anywhere';
  readonly phrases: readonly (readonly string[])[];
  /** In the name of who speaks. */
  readonly speaker: readonly (readonly string[])[];
}

/** The columns of the word index, words folded and joined by spaces. */
export interface IndexedWords {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly speaker: string;
}

/** A column type that the stores spell differently. */
export interface ColumnTypes {
  /** Primary key that counts by itself. */
  readonly identity: string;
  /** Text that sorts by its bytes. */
  readonly text: string;
  /** What follows a table whose rows lie in the order of its primary key. */
  readonly clustered: string;
}

/** What an error of the database calls for: another try, or an end with a code. */
export type Verdict = 'again' | 'reconnect' | 'end';

/** A database that holds a ledger: where SQLite and PostgreSQL differ, and only there. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** For messages: without a password. */
  readonly name: string;
  /** Transactions that change something go through this one, queries through `read`. */
  readonly write: LedgerDatabase;
  readonly read: LedgerDatabase;
  /** How many transactions can be under way at once. */
  readonly writers: number;
  readonly columnTypes: ColumnTypes;
  /** Makes sure that no other process migrates at the same time, and that the database may become a ledger. */
  readonly beginMigration: (transaction: LedgerTransaction) => Promise<void>;
  readonly createWordIndex: (transaction: LedgerTransaction) => Promise<void>;
  /** Inserts rows that all have the columns of the first. */
  readonly insertRows: <Name extends keyof LedgerTables & string>(
    transaction: LedgerTransaction,
    table: Name,
    rows: readonly Readonly<Record<string, unknown>>[],
  ) => Promise<void>;
  /** A row of `statement_words`. */
  readonly wordsRow: (id: number, words: IndexedWords) => Readonly<Record<string, unknown>>;
  readonly matches: (match: WordMatch) => RawBuilder<boolean>;
  /** The better a row matches, the lower. */
  readonly rank: (match: WordMatch) => RawBuilder<number>;
  readonly judge: (error: unknown) => Verdict;
  /** The error that callers see. */
  readonly translate: (error: unknown) => Error;
  /** Brings what the planner knows up to date, after much was added. */
  readonly optimise: () => Promise<void>;
  /** Differs from what it was whenever anybody, of any process, has written since. */
  readonly state: () => Promise<string>;
  readonly close: () => Promise<void>;
}
