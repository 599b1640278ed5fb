import { sql } from 'kysely';
import type { Distance, QuotationForm, Said, SourceType, Stance } from '../../attribution/index.ts';
import type { Span } from '../../document/index.ts';
import type { DateOrigin, LedgerRecord, RecordedReport } from '../../record/index.ts';
import type { LedgerDatabase } from '../schema.ts';

/** Which statement in which version. */
export interface Place {
  readonly statement_id: number;
  readonly version_id: number;
}

/** The records of some places, in their order. */
export async function readRecords(database: LedgerDatabase, places: readonly Place[]): Promise<LedgerRecord[]> {
  if (places.length === 0) return [];
  const [statements, versions] = await Promise.all([
    readStatements(database, [...new Set(places.map((place) => place.statement_id))]),
    readVersions(database, [...new Set(places.map((place) => place.version_id))]),
  ]);
  const contradictions = await readDisputes(
    database,
    [...statements.values()].filter(({ disputes, disputed }) => disputes + disputed > 0).map(({ id }) => id),
  );
  return places.map(({ statement_id, version_id }) =>
    toRecord(statements.get(statement_id)!, versions.get(version_id)!, contradictions),
  );
}

export type StatementRow = Awaited<ReturnType<typeof selectStatements>>[number];

async function readStatements(database: LedgerDatabase, ids: readonly number[]): Promise<Map<number, StatementRow>> {
  return new Map((await selectStatements(database, ids)).map((row) => [row.id, row]));
}

function selectStatements(database: LedgerDatabase, ids: readonly number[]) {
  return database
    .selectFrom('statement as s')
    .innerJoin('reading as r', 'r.id', 's.reading_id')
    .selectAll('s')
    .select(['r.key as reading_key', 'r.model_name', 'r.model_version'])
    .where('s.id', 'in', ids)
    .execute();
}

async function readVersions(database: LedgerDatabase, ids: readonly number[]): Promise<Map<number, RecordedReport>> {
  const rows = await database
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select(['v.id', 'p.key', 'p.url', 'p.publisher', 'v.title', 'v.date', 'v.date_origin', 'v.number', 't.sha256'])
    .where('v.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, toReport(row)]));
}

/** What is told of a report, from its version's row. */
export function toReport(row: {
  readonly key: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly date_origin: string;
  readonly sha256: string;
  readonly number: number;
}): RecordedReport {
  const { key, url, publisher, title, date, date_origin, number, sha256 } = row;
  return { id: key, url, publisher, title, date, dateOrigin: date_origin as DateOrigin, sha256, version: number };
}

/** Labels, in order, by the number of a statement. */
export interface Contradictions {
  readonly disputes: ReadonlyMap<number, readonly string[]>;
  readonly disputedBy: ReadonlyMap<number, readonly string[]>;
}

/** Labels of what some statements contradict, and of what contradicts them. */
async function readDisputes(database: LedgerDatabase, ids: readonly number[]): Promise<Contradictions> {
  if (ids.length === 0) return { disputes: new Map(), disputedBy: new Map() };
  const pairs = async (from: string, to: string): Promise<Map<number, string[]>> => {
    const { rows } = await sql<{ id: number; label: string }>`
      select d.${sql.ref(from)} as id, s.label as label from dispute d join statement s on s.id = d.${sql.ref(to)}
      where d.${sql.ref(from)} in (${sql.join(ids)}) order by d.${sql.ref(to)}`.execute(database);
    const labels = new Map<number, string[]>();
    for (const { id, label } of rows) {
      const known = labels.get(id);
      if (known === undefined) labels.set(id, [label]);
      else if (known.at(-1) !== label) known.push(label);
    }
    return labels;
  };
  const [disputes, disputedBy] = [
    await pairs('statement_id', 'disputed_id'),
    await pairs('disputed_id', 'statement_id'),
  ];
  return { disputes, disputedBy };
}

export function toRecord(row: StatementRow, report: RecordedReport, contradictions: Contradictions): LedgerRecord {
  const idOf = (label: string): string => `${row.reading_key}-${label}`;
  const model = { name: row.model_name, version: row.model_version };
  const sentence = { start: row.sentence_start, end: row.sentence_end, text: row.sentence };
  const id = idOf(row.label);
  if (row.kind === 'own-voice') return { kind: row.kind, id, report, span: sentence, model };
  const spans = JSON.parse(row.spans) as Record<'source' | 'cue' | 'content', [number, number][]>;
  return {
    kind: row.kind,
    id,
    report,
    source: spans.source.map(toSpan),
    cue: spans.cue.map(toSpan),
    content: spans.content.map(toSpan),
    words: { source: row.source, cue: row.cue, content: row.content },
    sentence,
    speaker: row.speaker,
    entity: row.entity_label === null ? null : { id: row.entity_label, name: row.entity_name!, type: row.entity_type! },
    sourceType: row.source_type as SourceType,
    quotation: row.quotation as QuotationForm,
    stance: row.stance as Stance,
    distance: row.distance as Distance,
    confidence: row.confidence,
    disputes: (contradictions.disputes.get(row.id) ?? []).map(idOf),
    disputedBy: (contradictions.disputedBy.get(row.id) ?? []).map(idOf),
    addressee: row.addressee,
    said: row.said === null ? null : (JSON.parse(row.said) as Said),
    model,
  };
}

export function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end };
}
