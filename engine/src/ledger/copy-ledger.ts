import { attempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import type { Store } from './dialect/store.ts';
import { addAppearances } from './queries/add-appearances.ts';
import { addReading } from './queries/add-reading.ts';
import { appearIn } from './queries/add-report.ts';
import { addText } from './queries/add-text.ts';
import { retire } from './queries/add-version.ts';
import { readFailures } from './queries/failures.ts';
import { statementsOf } from './queries/statement-id.ts';
import type { LedgerTransaction, ReadingTable } from './schema.ts';
import type { DisputeDraft, ReadingDraft } from './statement-rows.ts';

export interface CopyProgress {
  /** Versions looked at so far, of how many. */
  readonly done: number;
  readonly total: number;
}

const pageSize = 200;

/**
 * Copies all of a ledger into another one, version by version, each whole or not at all. What is there already stays as it
 * is, so that a copy that broke off goes on when it is run again.
 *
 * @throws {AccordingError} of either ledger; or what `signal` was aborted with
 */
export async function copyLedger(
  from: Ledger,
  to: Ledger,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: CopyProgress) => void } = {},
): Promise<void> {
  const { signal, onProgress } = options;
  const total = (await from.summary()).versions;
  let done = 0;
  for (let last = 0; ;) {
    const rows = await versionsAfter(from.store, last);
    for (const version of rows) {
      signal?.throwIfAborted();
      await copyVersion(from.store, to.store, version, signal);
      onProgress?.({ done: ++done, total });
    }
    if (rows.length < pageSize) break;
    last = rows.at(-1)!.id;
  }
  for await (const failure of readFailures(from.store.read)) {
    const { lastAt, ...row } = failure;
    await to.store.write
      .insertInto('failure')
      .values({ ...row, last_at: lastAt })
      .onConflict((conflict) => conflict.column('origin').doNothing())
      .execute();
  }
}

type VersionRow = Awaited<ReturnType<typeof versionsAfter>>[number];

function versionsAfter(store: Store, last: number) {
  return store.read
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .selectAll('v')
    .select(['p.key', 'p.address', 'p.url', 'p.publisher', 'p.origin', 't.sha256'])
    .where('v.id', '>', last)
    .orderBy('v.id')
    .limit(pageSize)
    .execute();
}

async function copyVersion(
  from: Store,
  to: Store,
  version: VersionRow,
  signal: AbortSignal | undefined,
): Promise<void> {
  const readings = await from.read
    .selectFrom('reading')
    .selectAll()
    .where('text_id', '=', version.text_id)
    .orderBy('id')
    .execute();
  if (await isThere(to, version, readings)) return;
  const { text } = await from.read
    .selectFrom('text')
    .select('text')
    .where('id', '=', version.text_id)
    .executeTakeFirstOrThrow();
  const write = async (transaction: LedgerTransaction): Promise<void> => {
    // Its hash is that of the text as it came, which may have had signs that no store keeps.
    const { id: textId, isNew } = await addText(transaction, { sha256: version.sha256, text });
    const versionId = await addVersionRow(transaction, version, textId);
    for (const reading of readings) {
      const draft = await draftOf(from, reading);
      const options = { readAt: reading.read_at, current: reading.current === 1 };
      const target = { id: textId, sha256: version.sha256, isNew };
      const added = await addReading(transaction, to, target, draft, options);
      if (added !== null) await addAppearances(transaction, added, { versionId: null });
    }
    if (versionId !== null) await appearIn(transaction, textId, versionId);
  };
  await attempt(to, () => to.write.transaction().execute(write), { patienceMs: 60_000, signal });
}

async function isThere(to: Store, version: VersionRow, readings: readonly ReadingTableRow[]): Promise<boolean> {
  const there = await to.read
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select('v.text_id')
    .where('p.key', '=', version.key)
    .where('t.sha256', '=', version.sha256)
    .executeTakeFirst();
  if (there === undefined) return false;
  const rows = await to.read.selectFrom('reading').select('key').where('text_id', '=', there.text_id).execute();
  const known = new Set(rows.map(({ key }) => key));
  return readings.every(({ key }) => known.has(key));
}

/** Puts a version behind those that the report has there; null where it has this text. */
async function addVersionRow(transaction: LedgerTransaction, row: VersionRow, textId: number): Promise<number | null> {
  const { key, address, url, publisher, origin } = row;
  const report = await transaction
    .insertInto('report')
    .values({ key, address, url, publisher, origin })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ address }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const there = await transaction
    .selectFrom('version')
    .select(['id', 'text_id', 'number', 'latest'])
    .where('report_id', '=', report.id)
    .orderBy('number', 'desc')
    .execute();
  if (there.some((version) => version.text_id === textId)) return null;
  const [previous] = there;
  // Where both ledgers know versions that the other does not, what comes in goes behind: the difference is another then.
  const follows = (previous?.number ?? 0) + 1 === row.number;
  const added = await transaction
    .insertInto('version')
    .values({
      report_id: report.id,
      text_id: textId,
      number: (previous?.number ?? 0) + 1,
      previous_id: previous?.id ?? null,
      title: row.title,
      title_words: row.title_words,
      date: row.date,
      date_origin: row.date_origin,
      seen_at: row.seen_at,
      latest: 1,
      difference: follows ? row.difference : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const version of there) if (version.latest === 1) await retire(transaction, version);
  return added.id;
}

type ReadingTableRow = Omit<ReadingTable, 'id'> & { readonly id: number };

/** A reading's rows as they were before they had numbers. */
async function draftOf(from: Store, reading: ReadingTableRow): Promise<ReadingDraft> {
  const { first, last } = statementsOf(reading.id);
  const statements = await from.read
    .selectFrom('statement')
    .selectAll()
    .where('id', '>=', first)
    .where('id', '<=', last)
    .orderBy('id')
    .execute();
  const entities = await from.read.selectFrom('entity').selectAll().where('reading_id', '=', reading.id).execute();
  const disputes = await from.read
    .selectFrom('dispute')
    .selectAll()
    .where('statement_id', '>=', first)
    .where('statement_id', '<=', last)
    .execute();
  const labels = new Map(statements.map(({ id, label }) => [id, label]));
  return {
    model: { name: reading.model_name, version: reading.model_version },
    diagnostics: reading.diagnostics,
    statements: statements.map(({ id: _id, reading_id: _reading, text_id: _text, ...statement }) => statement),
    entities: entities.map(({ reading_id: _reading, ...entity }) => entity),
    disputes: disputes.map(({ statement_id, disputed_id, start, end }): DisputeDraft => ({
      statement: labels.get(statement_id)!,
      disputed: disputed_id === null ? null : labels.get(disputed_id)!,
      span: start === null || end === null ? null : { start, end },
    })),
  };
}
