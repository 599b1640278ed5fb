import type { Generated, Kysely, Transaction } from 'kysely';

/** 1 for yes and 0 for no: both stores sort, count and index it alike. */
export type Flag = 0 | 1;

/** An address that reports come from. */
export interface ReportTable {
  id: Generated<number>;
  /** First 16 hex digits of the SHA-256 of `address`: the report's id outside the ledger. */
  key: string;
  /** What it is known by: canonical URL, else `id:…`, else `path:…`. */
  address: string;
  url: string | null;
  publisher: string | null;
  /** Where it first came from, for people. */
  origin: string;
}

/** A text, kept once however many reports print it. */
export interface TextTable {
  id: Generated<number>;
  /** Of the text in UTF-8, lower-case hex. */
  sha256: string;
  text: string;
  /** In UTF-16 code units. */
  length: number;
}

/** One text that an address had, in the order in which they came. */
export interface VersionTable {
  id: Generated<number>;
  report_id: number;
  text_id: number;
  /** 1 for the first. */
  number: number;
  previous_id: number | null;
  title: string | null;
  /** The title's words, folded, with a space before and after each; empty where it has none. */
  title_words: string;
  /** ISO 8601, as precise as the report gives it. */
  date: string | null;
  date_origin: string;
  /** When it came into a ledger, ISO 8601 in UTC. */
  seen_at: string;
  /** Whether no later version is known. */
  latest: Flag;
  /** JSON: changed ranges as `[oldStart, oldEnd, newStart, newEnd]`; null for a first version. */
  difference: string | null;
}

/** What one network found in one text. */
export interface ReadingTable {
  id: Generated<number>;
  /** 16 hex digits of the text's hash, 8 of the network's: how its statements' ids begin. */
  key: string;
  text_id: number;
  model_name: string;
  model_version: string;
  /** Whether it is the newest reading of its text. */
  current: Flag;
  read_at: string;
  /** JSON: what the text made difficult. */
  diagnostics: string;
  /** How much was found; its statements that are disputed. */
  statements: number;
  own_voice: number;
  disputed: number;
}

/** Whom a text refers to, as one reading understood it. */
export interface EntityTable {
  reading_id: number;
  /** Unique in its reading. */
  label: string;
  name: string;
  type: string;
  /** JSON: spans. */
  mentions: string;
  /** JSON: other names. */
  aliases: string;
  /** JSON: spans. */
  roles: string;
}

/** A statement, or a clause of the report's own voice; never changed, never deleted. */
export interface StatementTable {
  /** `reading_id` times 2^20, plus its place in the reading. */
  id: number;
  reading_id: number;
  text_id: number;
  kind: 'statement' | 'own-voice';
  /** Unique in its reading: `a1`, `a2` for statements, `v1`, `v2` for own voice. */
  label: string;
  /** Label of the statement whose content encloses it. */
  parent: string | null;
  /** JSON: `{source, cue, content, addressee}`, each a list of `[start, end]`. */
  spans: string;
  source: string;
  cue: string;
  content: string;
  sentence_start: number;
  sentence_end: number;
  sentence: string;
  speaker: string | null;
  entity_label: string | null;
  entity_name: string | null;
  entity_type: string | null;
  source_type: string | null;
  quotation: string | null;
  stance: string | null;
  distance: string | null;
  confidence: number;
  addressee: string | null;
  /** JSON: when, where and on what occasion it was said. */
  said: string | null;
  /** Whether it contradicts another, and whether another contradicts it. */
  disputes: Flag;
  disputed: Flag;
}

/** Which statement contradicts which statement or own-voice clause of the same reading. */
export interface DisputeTable {
  statement_id: number;
  /** Null where it contradicts words that no other row stands for. */
  disputed_id: number | null;
  start: number | null;
  end: number | null;
}

/**
 * A statement in a version of a report, with all that queries filter and count by: derived from the other tables, so that
 * a search touches one table besides the word index.
 */
export interface AppearanceTable {
  statement_id: number;
  version_id: number;
  latest: Flag;
  current: Flag;
  kind: 'statement' | 'own-voice';
  source_type: string | null;
  stance: string | null;
  distance: string | null;
  quotation: string | null;
  disputed: Flag;
  confidence: number;
  /** Name of the speaker's entity, else the speaker's; empty where nobody is named. */
  speaker: string;
  publisher: string | null;
  /** Empty where the version has none. */
  date: string;
}

/**
 * A name over all reports, or a description of somebody unnamed in one outlet, with how much of it there is in the latest
 * versions and current readings: derived from `appearance`, and brought up to date when it is asked for.
 */
export interface SpeakerCountTable {
  name: string;
  /** Of a description; empty for a name, and where the reports have no outlet. */
  outlet: string;
  described: Flag;
  /** The name's words, folded, with a space before and after each. */
  words: string;
  source_type: string;
  statements: number;
  reports: number;
  publishers: number;
  /** Empty where no report has a date. */
  first_date: string;
  last_date: string;
}

/** Which outlets have which name speak, counted along with `speaker_count`. */
export interface SpeakerOutletTable {
  /** Empty where the reports have none. */
  publisher: string;
  name: string;
}

/** A reading whose speakers have to be counted again. */
export interface UncountedTable {
  reading_id: number;
}

/** The index of words: an FTS5 table here, a `tsvector` column there. Filled by the dialect alone. */
export interface StatementWordsTable {
  rowid: number;
  words: string;
  rank: number;
}

/** A report that could not be added, and why. */
export interface FailureTable {
  origin: string;
  code: string;
  message: string;
  attempts: number;
  last_at: string;
}

/** Who may come in over the network. */
export interface TokenTable {
  name: string;
  /** SHA-256 of the token, lower-case hex. */
  hash: string;
  role: string;
  added_at: string;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface LedgerTables {
  report: ReportTable;
  text: TextTable;
  version: VersionTable;
  reading: ReadingTable;
  entity: EntityTable;
  statement: StatementTable;
  dispute: DisputeTable;
  appearance: AppearanceTable;
  speaker_count: SpeakerCountTable;
  speaker_outlet: SpeakerOutletTable;
  uncounted: UncountedTable;
  statement_words: StatementWordsTable;
  failure: FailureTable;
  token: TokenTable;
  meta: MetaTable;
}

export type LedgerDatabase = Kysely<LedgerTables>;
export type LedgerTransaction = Transaction<LedgerTables>;
