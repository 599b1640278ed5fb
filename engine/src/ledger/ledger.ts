import type { ReadDocument } from '../attribution/index.ts';
import type {
  Comparison,
  DisputeRecord,
  LedgerRecord,
  Overview,
  Page,
  ReportReading,
  ReportSummary,
  SpeakerProfile,
  SpeakerSummary,
} from '../record/index.ts';
import { AccordingError, asAccordingError } from '../errors.ts';
import type { ReportFacts } from './address.ts';
import { attempt } from './attempt.ts';
import type { Store } from './dialect/store.ts';
import { addReadingOf, addReport, linkReport, type AddResult, type ReportDraft } from './queries/add-report.ts';
import { addMany, type AddOutcome } from './queries/add-many.ts';
import { countFacets, countHits } from './queries/facets.ts';
import { addFailure, readFailures, type Failure } from './queries/failures.ts';
import { textsUnreadBy, whatIsKnown, type Known, type StaleText } from './queries/known-texts.ts';
import type { Facets, LedgerQuery, SearchOptions, SearchPage } from './queries/ledger-query.ts';
import { findRecord } from './queries/find-record.ts';
import { compareReports } from './queries/compare-reports.ts';
import { SpeakerCounts } from './queries/count-speakers.ts';
import { listDisputes } from './queries/dispute-list.ts';
import type { ListOptions } from './queries/list-page.ts';
import { readOverview } from './queries/overview.ts';
import { listReports, type ReportOptions, type ReportQuery } from './queries/report-list.ts';
import { readReport } from './queries/report-reading.ts';
import { search } from './queries/search.ts';
import { listSpeakers, type SpeakerOptions, type SpeakerQuery } from './queries/speaker-list.ts';
import { readSpeaker } from './queries/speaker-profile.ts';
import { streamRecords } from './queries/stream-records.ts';
import { textOf } from './queries/text-of.ts';
import { addToken, holderOf, removeToken, tokenHolders, type TokenHolder, type TokenRole } from './queries/tokens.ts';
import { summarise, type LedgerSummary } from './queries/summarise.ts';
import { draftReading } from './statement-rows.ts';

/** The network that reads. */
export interface Model {
  readonly name: string;
  readonly version: string;
}

/** A report that was read. */
export interface ReadReport {
  readonly facts: ReportFacts;
  readonly read: ReadDocument;
}

export interface LedgerSettings {
  readonly now: () => Date;
  /** How long to wait for a server that went away. */
  readonly patienceMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * An open ledger: reports, the statements found in them, and what could not be added. `close` ends it.
 *
 * What a method has answered is kept, even if the process is killed at once. Every method may be called again after a
 * failure, since adding twice changes nothing.
 *
 * @throws {AccordingError} from every method: `ledger-busy`, `ledger-unreachable`, `ledger-unwritable`
 */
export class Ledger {
  /** The database itself, for folders that go beyond these methods; its tables are those of `docs/ledger.md`. */
  readonly store: Store;
  readonly #settings: LedgerSettings;
  readonly #counts: SpeakerCounts;

  /** @see openLedger */
  constructor(store: Store, settings: LedgerSettings) {
    this.store = store;
    this.#settings = settings;
    this.#counts = new SpeakerCounts(store);
  }

  /** Keeps a report with what was found in it, whole or not at all. */
  async add(facts: ReportFacts, read: ReadDocument): Promise<AddResult> {
    const draft = draftReport({ facts, read });
    return this.#write((transaction) => addReport(transaction, this.store, draft, this.#now()));
  }

  /**
   * Keeps several reports, each whole or not at all, in as few commits as the database likes.
   *
   * @returns what became of each, in their order; an error costs none of the others
   */
  async addMany(reports: readonly ReadReport[]): Promise<AddOutcome[]> {
    const drafts = reports.map((report) => {
      try {
        return draftReport(report);
      } catch (error) {
        return asAccordingError(error);
      }
    });
    const now = this.#now();
    return addMany(this.store, drafts, {
      add: (transaction, draft) => addReport(transaction, this.store, draft, now),
      attempt: (run) => this.#attempt(run),
    });
  }

  /** What the ledger has of a report with this text, so that reading it can be spared. */
  async knows(facts: ReportFacts, sha256: string, model: Model): Promise<Known> {
    return this.#attempt(() => whatIsKnown(this.store, facts, sha256, model));
  }

  /** Keeps a report whose text is there already; null where it is not. */
  async link(facts: ReportFacts, sha256: string): Promise<AddResult | null> {
    return this.#write((transaction) => linkReport(transaction, facts, sha256, this.#now()));
  }

  /** Keeps another network's reading of a text that is there, as the newest one; null where the text is not there. */
  async reread(read: ReadDocument): Promise<AddResult | null> {
    const draft = { sha256: read.document.sha256, reading: draftReading(read) };
    return this.#write((transaction) => addReadingOf(transaction, this.store, draft, this.#now()));
  }

  /** Texts that a network has not read yet. */
  unreadBy(model: Model): AsyncGenerator<StaleText> {
    return textsUnreadBy(this.store, model);
  }

  /** Notes that what comes from `origin` could not be added, and why; adding it clears the note. */
  async fail(origin: string, code: string, message: string): Promise<void> {
    await this.#attempt(() => addFailure(this.store.write, { origin, code, message }, this.#now()));
  }

  /** What could not be added, in order of its origin; from one on, where it is said. */
  failures({ after }: { readonly after?: string | undefined } = {}): AsyncGenerator<Failure> {
    return readFailures(this.store.read, after ?? null);
  }

  /** @throws {AccordingError} `query-invalid` */
  async search(query: LedgerQuery, options: SearchOptions = {}): Promise<SearchPage> {
    return this.#attempt(() => search(this.store, query, options));
  }

  /**
   * Counts what a query finds by its values.
   *
   * @param options - `most`: how many publishers and speakers, 50 if not said
   * @throws {AccordingError} `query-invalid`
   */
  async facets(query: LedgerQuery, options: { readonly most?: number } = {}): Promise<Facets> {
    return this.#attempt(() => countFacets(this.store, query, options));
  }

  /** @throws {AccordingError} `query-invalid` */
  async count(query: LedgerQuery): Promise<number> {
    return this.#attempt(() => countHits(this.store, query));
  }

  /**
   * Every record that a query finds, in an order that stays, with one page of them in memory.
   *
   * @throws {AccordingError} `query-invalid`
   */
  records(
    query: LedgerQuery,
    { signal = this.#settings.signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): AsyncGenerator<LedgerRecord> {
    return streamRecords(this.store, query, (run) => attempt(this.store, run, { ...this.#settings, signal }));
  }

  /** A record by its id, in the report that printed it first, however old its reading; null where there is none. */
  async record(id: string): Promise<LedgerRecord | null> {
    return this.#attempt(() => findRecord(this.store, id));
  }

  /**
   * Reports in their newest versions.
   *
   * @throws {AccordingError} `query-invalid`
   */
  async reports(query: ReportQuery = {}, options: ReportOptions = {}): Promise<Page<ReportSummary>> {
    return this.#attempt(() => listReports(this.store, query, options));
  }

  /**
   * A report with everything that the newest reading found in it; null where there is no such report or version.
   *
   * @param options - `version`: which of its texts; the newest if not said
   * @throws {AccordingError} `query-invalid`
   */
  async reading(
    reportId: string,
    options: { readonly version?: number | undefined } = {},
  ): Promise<ReportReading | null> {
    return this.#attempt(() => readReport(this.store, reportId, options));
  }

  /**
   * Whoever speaks in the latest versions and newest readings.
   *
   * @throws {AccordingError} `query-invalid`
   */
  async speakers(query: SpeakerQuery = {}, options: SpeakerOptions = {}): Promise<Page<SpeakerSummary>> {
    await this.#attempt(() => this.#counts.update());
    return this.#attempt(() => listSpeakers(this.store, query, options));
  }

  /**
   * What is known of a speaker; null where nobody is called so.
   *
   * @param options - `publisher`: whose, of a description (“a senior official”)
   */
  async speaker(
    name: string,
    options: { readonly publisher?: string | undefined } = {},
  ): Promise<SpeakerProfile | null> {
    await this.#attempt(() => this.#counts.update());
    return this.#attempt(() => readSpeaker(this.store, name, options));
  }

  /**
   * Statements that contradict another, among those that a query finds, each with what it contradicts.
   *
   * @throws {AccordingError} `query-invalid`
   */
  async disputes(query: LedgerQuery = {}, options: ListOptions = {}): Promise<Page<DisputeRecord>> {
    return this.#attempt(() => listDisputes(this.store, query, options));
  }

  /**
   * What a query finds, counted by outlets and in time.
   *
   * @param options - `publishers`: how many outlets, the most frequent; 12 if not said
   * @throws {AccordingError} `query-invalid`
   */
  async overview(
    query: LedgerQuery = {},
    options: { readonly publishers?: number | undefined } = {},
  ): Promise<Overview> {
    return this.#attempt(() => readOverview(this.store, query, options));
  }

  /**
   * Two or three reports side by side, in their newest versions.
   *
   * @throws {AccordingError} `query-invalid`, also where a report is not there
   */
  async compare(reportIds: readonly string[]): Promise<Comparison> {
    return this.#attempt(() => compareReports(this.store, reportIds));
  }

  /** The text that has this hash; null where there is none. */
  async text(sha256: string): Promise<string | null> {
    return this.#attempt(() => textOf(this.store, sha256));
  }

  /** How much there is. */
  async summary(): Promise<LedgerSummary> {
    return this.#attempt(() => summarise(this.store));
  }

  /** A mark that changes whenever anybody has written to the ledger; the same mark says that nothing has changed. */
  async state(): Promise<string> {
    return this.#attempt(() => this.store.state());
  }

  /**
   * Lets somebody in over the network.
   *
   * @returns the token, of which the ledger keeps a hash alone
   * @throws {AccordingError} `token-name-taken`
   */
  async addToken(name: string, role: TokenRole): Promise<string> {
    return this.#attempt(() => addToken(this.store.write, name, role, this.#now()));
  }

  /** Whose token this is; null where it is nobody's. */
  async holderOf(token: string): Promise<TokenHolder | null> {
    return this.#attempt(() => holderOf(this.store.read, token));
  }

  /** Everybody who may come in over the network, by name. */
  async tokenHolders(): Promise<TokenHolder[]> {
    return this.#attempt(() => tokenHolders(this.store.read));
  }

  /** Lets somebody in no longer; false where nobody has this name. */
  async removeToken(name: string): Promise<boolean> {
    return this.#attempt(() => removeToken(this.store.write, name));
  }

  /** Tells the database to take stock, so that it chooses well how to search; to be called after much was added. */
  async optimise(): Promise<void> {
    await this.#attempt(() => this.#counts.update());
    return this.#attempt(() => this.store.optimise());
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  #now(): string {
    return this.#settings.now().toISOString();
  }

  async #write<T>(run: (transaction: Parameters<typeof linkReport>[0]) => Promise<T>): Promise<T> {
    return this.#attempt(() => this.store.write.transaction().execute(run));
  }

  async #attempt<T>(run: () => Promise<T>): Promise<T> {
    return attempt(this.store, run, this.#settings);
  }
}

function draftReport({ facts, read }: ReadReport): ReportDraft {
  const { sha256, text } = read.document;
  if (!/^[0-9a-f]{64}$/u.test(sha256))
    throw new AccordingError('document-invalid', `Expected the SHA-256 of the text, got “${sha256.slice(0, 80)}”`);
  return { facts, sha256, text, reading: draftReading(read) };
}
