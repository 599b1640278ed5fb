import { sql } from 'kysely';
import type { Diagnostic, Span } from '../../document/index.ts';
import { AccordingError } from '../../errors.ts';
import type {
  RecordedReport,
  ReportOwnVoice,
  ReportReading,
  ReportStatement,
  ReportVersion,
} from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import type { DisputeTable, LedgerDatabase } from '../schema.ts';
import { toRecord, toReport, toSpan, type Contradictions, type StatementRow } from './record-rows.ts';
import { statementsOf } from './statement-id.ts';

/** A text that an agency sold may stand in hundreds of reports. */
const mostCopies = 100;

/**
 * A report with everything that the newest reading found in one of its versions, the newest one if not said; null where
 * there is no such report or version.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function readReport(
  { read }: Store,
  reportId: string,
  { version: number }: { readonly version?: number | undefined },
): Promise<ReportReading | null> {
  if (number !== undefined && (!Number.isSafeInteger(number) || number < 1 || number >= 2 ** 31))
    throw new AccordingError('query-invalid', `Expected the number of a version, 1 or more, got ${number}`);
  const found = await findVersion(read, reportId, number);
  if (found === undefined) return null;
  const reading = await read
    .selectFrom('reading')
    .selectAll()
    .where('text_id', '=', found.text_id)
    .orderBy('current', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (reading === undefined) return null;
  const [rows, disputes, entities, versions, sameText] = await Promise.all([
    readStatements(read, reading),
    readDisputes(read, reading.id),
    readEntities(read, reading.id),
    readVersions(read, found.report_id),
    readCopies(read, found),
  ]);
  const contradictions = byStatement(rows, disputes);
  const spans = Map.groupBy(
    disputes.filter(({ start, end }) => start !== null && end !== null),
    ({ statement_id }) => statement_id,
  );
  const statements: ReportStatement[] = [];
  const ownVoice: ReportOwnVoice[] = [];
  const report = toReport(found);
  for (const row of rows) {
    const { report: _report, model: _model, ...record } = toRecord(row, report, contradictions);
    if (record.kind === 'own-voice') ownVoice.push({ ...record, disputedBy: disputedBy(row, contradictions) });
    else
      statements.push({
        ...record,
        parent: row.parent === null ? null : idOf(row, row.parent),
        addresseeSpan: addresseeOf(row),
        disputedSpans: (spans.get(row.id) ?? []).map(({ start, end }) => ({ start: start!, end: end! })),
      });
  }
  return {
    report,
    origin: found.origin,
    text: found.text,
    model: { name: reading.model_name, version: reading.model_version },
    statements,
    ownVoice,
    entities,
    diagnostics: JSON.parse(reading.diagnostics) as Diagnostic[],
    versions,
    sameText,
  };
}

function findVersion(read: LedgerDatabase, reportId: string, number: number | undefined) {
  const versions = read
    .selectFrom('report as p')
    .innerJoin('version as v', 'v.report_id', 'p.id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select(['v.id', 'v.report_id', 'v.text_id', 'v.number', 'v.title', 'v.date', 'v.date_origin'])
    .select(['p.key', 'p.url', 'p.publisher', 'p.origin', 't.sha256', 't.text'])
    .where('p.key', '=', reportId.replaceAll('\0', ''))
    .orderBy('v.number', 'desc')
    .limit(1);
  return (number === undefined ? versions : versions.where('v.number', '=', number)).executeTakeFirst();
}

type FoundVersion = NonNullable<Awaited<ReturnType<typeof findVersion>>>;
type FoundReading = { readonly id: number; readonly key: string; readonly model_name: string; readonly model_version: string }; // prettier-ignore

/** In the order of the text. */
async function readStatements(
  read: LedgerDatabase,
  { id, key, model_name, model_version }: FoundReading,
): Promise<StatementRow[]> {
  const { first, last } = statementsOf(id);
  const rows = await read
    .selectFrom('statement')
    .selectAll()
    .where('id', '>=', first)
    .where('id', '<=', last)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, reading_key: key, model_name, model_version }));
}

function readDisputes(read: LedgerDatabase, readingId: number): Promise<DisputeTable[]> {
  const { first, last } = statementsOf(readingId);
  return read
    .selectFrom('dispute')
    .selectAll()
    .where('statement_id', '>=', first)
    .where('statement_id', '<=', last)
    .orderBy('statement_id')
    .orderBy('disputed_id')
    .orderBy('start')
    .execute();
}

function byStatement(rows: readonly StatementRow[], disputes: readonly DisputeTable[]): Contradictions {
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  const gather = (pairs: readonly (readonly [number, number])[]): Map<number, string[]> => {
    const gathered = new Map<number, Set<string>>();
    for (const [from, to] of pairs) {
      const label = labels.get(to);
      if (label === undefined) continue;
      const known = gathered.get(from);
      if (known === undefined) gathered.set(from, new Set([label]));
      else known.add(label);
    }
    return new Map([...gathered].map(([id, found]) => [id, [...found]]));
  };
  const pairs = disputes.flatMap(({ statement_id, disputed_id }): [number, number][] =>
    disputed_id === null ? [] : [[statement_id, disputed_id]],
  );
  return { disputes: gather(pairs), disputedBy: gather(pairs.map(([from, to]) => [to, from])) };
}

function disputedBy(row: StatementRow, contradictions: Contradictions): string[] {
  return (contradictions.disputedBy.get(row.id) ?? []).map((label) => idOf(row, label));
}

function idOf(row: StatementRow, label: string): string {
  return `${row.reading_key}-${label}`;
}

function addresseeOf(row: StatementRow): Span | null {
  const { addressee } = JSON.parse(row.spans) as { readonly addressee: readonly [number, number][] };
  return addressee.map(toSpan)[0] ?? null;
}

async function readEntities(read: LedgerDatabase, readingId: number): Promise<ReportReading['entities']> {
  const rows = await read.selectFrom('entity').selectAll().where('reading_id', '=', readingId).execute();
  const spans = (json: string): Span[] => (JSON.parse(json) as [number, number][]).map(toSpan);
  const first = (mentions: readonly Span[]): number => mentions[0]?.start ?? Infinity;
  return rows
    .map(({ label, name, type, mentions, aliases, roles }) => ({
      id: label,
      name,
      type: type as ReportReading['entities'][number]['type'],
      mentions: spans(mentions),
      aliases: JSON.parse(aliases) as string[],
      roles: spans(roles),
    }))
    .sort((a, b) => first(a.mentions) - first(b.mentions) || (a.id < b.id ? -1 : 1));
}

/** All versions of a report, the first one first. */
export async function readVersions(read: LedgerDatabase, reportId: number): Promise<ReportVersion[]> {
  const rows = await read
    .selectFrom('version as v')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select(['v.number', 't.sha256', 'v.title', 'v.date', 'v.seen_at', 'v.difference'])
    .where('v.report_id', '=', reportId)
    .orderBy('v.number')
    .execute();
  return rows.map(({ seen_at: seenAt, difference, ...row }) => ({
    ...row,
    seenAt,
    changes: difference === null ? null : (JSON.parse(difference) as NonNullable<ReportVersion['changes']>),
  }));
}

async function readCopies(
  read: LedgerDatabase,
  { text_id, report_id }: Pick<FoundVersion, 'text_id' | 'report_id'>,
): Promise<RecordedReport[]> {
  const { rows } = await sql<Parameters<typeof toReport>[0]>`
    select p.key, p.url, p.publisher, v.title, v.date, v.date_origin, v.number, t.sha256
    from version v join report p on p.id = v.report_id join text t on t.id = v.text_id
    where v.text_id = ${text_id} and v.report_id <> ${report_id} order by v.id limit ${mostCopies}`.execute(read);
  return rows.map(toReport);
}
