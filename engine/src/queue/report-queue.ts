import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobAttempt, PgBoss } from 'pg-boss';
import type { Collected, RawReport } from '../collect/index.ts';
import { AccordingError, asAccordingError } from '../errors.ts';
import { isServerAddress, type Ledger } from '../ledger/index.ts';
import { packReport, unpackReport } from './pack-report.ts';

/** A report out of the queue, or why it cannot be had. */
export type QueuedReport = Collected & { readonly job: string };

export interface TakeOptions {
  /** Reports that are fetched at a time. */
  readonly batch: number;
  /** Ends when nothing is queued and nobody holds any; else more is waited for. */
  readonly untilEmpty?: boolean;
  readonly signal: AbortSignal;
}

/** Tables of the queue stand beside the ledger's schema, not in it. */
const schema = 'according_jobs';
const name = 'reports';

/** Who has not been heard of for so long is dead. The queue takes no less. */
const silenceSeconds = 10;
const heartbeatMs = 3000;
/** How often one of all processes looks for those who are dead. */
const superviseSeconds = 5;
/** An empty queue is asked again so often. */
const waitMs = 1000;

/**
 * After so many holders died, or gave it back, a report is taken to be what kills them. Others that they held at the time count
 * with it, so it may not be few.
 */
const mostHolders = 10;

/** The queue drops what nobody has taken, by default after two weeks: never is not to be had, ten years are. */
const keptSeconds = 10 * 365 * 24 * 3600;
/** The longest that one may hold a report, and the longest that can be asked for. */
const heldSeconds = 24 * 3600;
const endlessly = 2 ** 31 - 1;

/**
 * Reports that wait in a ledger's own database until one of many processes reads them. `close` ends it, and gives back what was
 * taken and is not done.
 *
 * What was taken and is not done comes back by itself some ten seconds after its holder fell silent. So a report may be
 * taken twice, but is never lost; to add it to a ledger twice changes nothing.
 *
 * @throws {AccordingError} from every method: `ledger-unreachable`, `ledger-unwritable`
 */
export class ReportQueue {
  readonly #boss: PgBoss;
  readonly #ledger: Ledger;
  readonly #held = new Map<string, JobAttempt>();
  readonly #heartbeat: NodeJS.Timeout;
  #beating = false;

  private constructor(boss: PgBoss, ledger: Ledger) {
    this.#boss = boss;
    this.#ledger = ledger;
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeatMs);
  }

  /**
   * Opens the queue of a ledger; makes it where there is none.
   *
   * @param address - of the same ledger
   * @throws {AccordingError} `usage` where the ledger is a file: that has no queue
   */
  static async open(address: string, ledger: Ledger): Promise<ReportQueue> {
    needsServer(address);
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      connectionString: address,
      application_name: 'according queue',
      schema,
      max: 2,
      schedule: false,
      registerInstance: false,
      openTelemetry: { enabled: false },
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
    });
    // What goes wrong in the background is tried again there; unheard, it would end the process.
    boss.on('error', () => {});
    try {
      await boss.start();
      await boss.createQueue(name, {
        heartbeatSeconds: silenceSeconds,
        expireInSeconds: heldSeconds,
        retentionSeconds: keptSeconds,
        retryLimit: endlessly,
        retryDelay: 0,
      });
    } catch (error) {
      await boss.stop().catch(() => {});
      throw ledger.store.translate(error);
    }
    return new ReportQueue(boss, ledger);
  }

  /** Queues reports; one that is queued or held already, the same to the last byte, is not queued again. */
  async put(reports: readonly RawReport[]): Promise<{ readonly queued: number; readonly there: number }> {
    const packed = new Map((await Promise.all(reports.map(packReport))).map((each) => [each.id, each.packed]));
    const jobs = [...packed].map(([id, data]) => ({ id, data: { packed: data } }));
    const made =
      jobs.length === 0 ? [] : await this.#ledger.attempt(() => this.#boss.insert(name, jobs, { returnId: true }));
    const queued = made?.length ?? 0;
    return { queued, there: reports.length - queued };
  }

  /** Takes reports, oldest first, until there are no more or `signal` is aborted; `done` is to be called for each. */
  async *take({ batch, untilEmpty = false, signal }: TakeOptions): AsyncGenerator<QueuedReport> {
    let jobs: Job<{ readonly packed: unknown }>[] = [];
    try {
      while (!signal.aborted) {
        jobs = await this.#ledger.attempt(() => this.#boss.fetch(name, { batchSize: batch }), { signal });
        for (const { id, retryCount } of jobs) this.#held.set(id, { id, retryCount });
        if (jobs.length === 0) {
          if (untilEmpty && (await this.#isEmpty(signal))) return;
          await sleep(waitMs, undefined, { signal });
        }
        while (jobs.length > 0 && !signal.aborted) {
          const { id, data, retryCount } = jobs.shift()!;
          yield { ...(await collectedOf(id, data.packed, retryCount)), job: id };
        }
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await this.#giveBack(jobs);
    }
  }

  /** Takes reports off the queue for good: to be called when what became of them is on the disk. */
  async done(reports: readonly QueuedReport[]): Promise<void> {
    const ids = reports.map(({ job }) => job);
    if (ids.length === 0) return;
    // Whoever else may hold one of them by now: it is done.
    await this.#ledger.attempt(() => this.#boss.deleteJob(name, ids));
    for (const id of ids) this.#held.delete(id);
  }

  /** How many are queued or held, as of some seconds ago. */
  async left(): Promise<number> {
    const [stats] = await this.#ledger.attempt(() => this.#boss.getQueueStats(name));
    return stats?.totalCount ?? 0;
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    await this.#giveBack([...this.#held.values()]);
    await this.#boss.stop().catch(() => {});
  }

  async #giveBack(jobs: readonly JobAttempt[]): Promise<void> {
    if (jobs.length === 0) return;
    // Where the server is away, they come back by themselves.
    await this.#boss.fail(name, [...jobs]).catch(() => {});
    for (const { id } of jobs) this.#held.delete(id);
  }

  async #isEmpty(signal: AbortSignal): Promise<boolean> {
    return (await this.#ledger.attempt(() => this.#boss.findJobs(name, { limit: 1 }), { signal })).length === 0;
  }

  async #beat(): Promise<void> {
    if (this.#beating || this.#held.size === 0) return;
    this.#beating = true;
    try {
      await this.#boss.touch(name, [...this.#held.values()]);
    } catch {
      // Until the server is back. Others may take what is held meanwhile.
    } finally {
      this.#beating = false;
    }
  }
}

async function collectedOf(id: string, packed: unknown, holders: number): Promise<Collected> {
  try {
    const report = await unpackReport({ id, packed });
    if (holders < mostHolders) return { kind: 'report', report };
    const { origin } = report;
    const message = `Expected the report to be read, got ${holders} processes that ended while they held it`;
    return { kind: 'failure', origin, code: 'worker-lost', message };
  } catch (error) {
    const { code, message } = asAccordingError(error);
    return { kind: 'failure', origin: `job ${id}`, code, message };
  }
}

/** @throws {AccordingError} `usage` where an address is not that of a server: a file has no queue */
export function needsServer(address: string): void {
  if (isServerAddress(address)) return;
  throw new AccordingError('usage', `Expected a ledger on a server for a queue (--ledger postgres://…), got a file: ${address}`, { address }); // prettier-ignore
}
