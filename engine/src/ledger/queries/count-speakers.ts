import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import type { LedgerTransaction, SpeakerCountTable } from '../schema.ts';
import { listWords } from './list-words.ts';
import { statementsOf } from './statement-id.ts';

/** Beyond so many readings all speakers are counted anew: that reads every statement once. */
const mostReadings = 1000;
const namesAtOnce = 300;

/** Nobody waits for a count that takes long more often than once in so many times of what it took. */
const rest = 5;
const longMs = 250;

/** What stands for somebody without naming them: of two outlets, or of two days, it need not be the same. */
const describing: ReadonlySet<string> = new Set(['unnamed', 'group', 'author']);

/** Brings the counts of speakers up to date, one time after the other. */
export class SpeakerCounts {
  readonly #store: Store;
  #busyUntil = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Counts what was added since. While much is added, counts may stay behind it for some seconds. */
  async update(): Promise<void> {
    if (performance.now() < this.#busyUntil) return;
    const waiting = await this.#store.read.selectFrom('uncounted').select('reading_id').limit(1).execute();
    if (waiting.length === 0) return;
    const began = performance.now();
    await this.#store.write.transaction().execute((transaction) => countSpeakers(transaction, this.#store));
    const tookMs = performance.now() - began;
    if (tookMs > longMs) this.#busyUntil = performance.now() + rest * tookMs;
  }
}

async function countSpeakers(transaction: LedgerTransaction, store: Store): Promise<void> {
  // Changes nothing, but locks the row: two that count would meet in the same speakers.
  await sql`update meta set value = value where key = 'schema'`.execute(transaction);
  const waiting = await transaction.deleteFrom('uncounted').returning('reading_id').execute();
  const readings = [...new Set(waiting.map(({ reading_id }) => reading_id))];
  if (readings.length > mostReadings) {
    await transaction.deleteFrom('speaker_count').execute();
    await transaction.deleteFrom('speaker_outlet').execute();
    for (let last = ''; ;) {
      const names = await namesAfter(transaction, last);
      await countNames(transaction, store, names);
      if (names.length < namesAtOnce) return;
      last = names.at(-1)!;
    }
  }
  const names = new Set<string>();
  for (const reading of readings) for (const name of await namesIn(transaction, reading)) names.add(name);
  const all = [...names];
  for (let start = 0; start < all.length; start += namesAtOnce) {
    const some = all.slice(start, start + namesAtOnce);
    await transaction.deleteFrom('speaker_count').where('name', 'in', some).execute();
    await transaction.deleteFrom('speaker_outlet').where('name', 'in', some).execute();
    await countNames(transaction, store, some);
  }
}

const counted = sql<boolean>`latest = 1 and current = 1 and kind = 'statement' and speaker <> ''`;

async function namesAfter(transaction: LedgerTransaction, last: string): Promise<string[]> {
  const { rows } = await sql<{ speaker: string }>`select distinct speaker from appearance
    where ${counted} and speaker > ${last} order by speaker limit ${namesAtOnce}`.execute(transaction);
  return rows.map(({ speaker }) => speaker);
}

async function namesIn(transaction: LedgerTransaction, reading: number): Promise<string[]> {
  const { first, last } = statementsOf(reading);
  const { rows } = await sql<{ speaker: string }>`select distinct speaker from appearance
    where statement_id between ${first} and ${last} and speaker <> ''`.execute(transaction);
  return rows.map(({ speaker }) => speaker);
}

interface Appearance {
  readonly speaker: string;
  readonly publisher: string | null;
  readonly source_type: string | null;
  readonly version_id: number;
  readonly date: string;
}

async function countNames(transaction: LedgerTransaction, store: Store, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await sql<Appearance>`select speaker, publisher, source_type, version_id, date from appearance
    where ${counted} and speaker in (${sql.join(names)})`.execute(transaction);
  const found = [...Map.groupBy(rows, ({ speaker }) => speaker)];
  const counts = found.flatMap(([name, appearances]) => countsOf(name, appearances));
  await store.insertRows(
    transaction,
    'speaker_count',
    counts.map((row) => ({ ...row })),
  );
  const outlets = found.flatMap(([name, appearances]) =>
    Array.from(new Set(appearances.map(({ publisher }) => publisher ?? '')), (publisher) => ({ publisher, name })),
  );
  await store.insertRows(transaction, 'speaker_outlet', outlets);
}

/** The rows of a name: one, or one for each outlet where it is no name but a description. */
function countsOf(name: string, appearances: readonly Appearance[]): SpeakerCountTable[] {
  const described = describing.has(commonestType(appearances));
  const words = listWords(name);
  const groups = described
    ? Map.groupBy(appearances, ({ publisher }) => publisher ?? '')
    : new Map([['', appearances as Appearance[]]]);
  return Array.from(groups, ([outlet, some]) => {
    let [first, last] = ['', ''];
    for (const { date } of some) {
      if (date !== '' && (first === '' || date < first)) first = date;
      if (date > last) last = date;
    }
    return {
      name,
      outlet,
      described: described ? 1 : 0,
      words,
      source_type: commonestType(some),
      statements: some.length,
      reports: new Set(some.map(({ version_id }) => version_id)).size,
      publishers: new Set(some.map(({ publisher }) => publisher).filter((publisher) => publisher !== null)).size,
      first_date: first,
      last_date: last,
    };
  });
}

function commonestType(appearances: readonly Appearance[]): string {
  const counts = new Map<string, number>();
  for (const { source_type: type } of appearances)
    if (type !== null && type !== 'none') counts.set(type, (counts.get(type) ?? 0) + 1);
  let [most, count] = ['none', 0];
  for (const [type, n] of counts) if (n > count || (n === count && type < most)) [most, count] = [type, n];
  return most;
}
