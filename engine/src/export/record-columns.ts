import type { Span } from '../document/index.ts';
import type { LedgerRecord, StatementRecord } from '../record/index.ts';

/** What a cell of a column holds; any may be `null`. */
export type Column = {
  /** Stable: programs go by it. */
  readonly name: string;
  /** Characters that a spreadsheet shows of it. */
  readonly width: number;
} & (
  | { readonly kind: 'text'; readonly of: (record: LedgerRecord) => string | null }
  | { readonly kind: 'integer' | 'number'; readonly of: (record: LedgerRecord) => number | null }
  | { readonly kind: 'spans'; readonly of: (record: LedgerRecord) => readonly Span[] | null }
  | { readonly kind: 'ids'; readonly of: (record: LedgerRecord) => readonly string[] | null }
);

/**
 * The columns of every table that is exported, in order. New ones come at the end; none changes its place or its name.
 *
 * A clause in the report's own voice has `kind` “own-voice”; its words stand in `sentence`, and what only statements have is empty.
 */
export const recordColumns: readonly Column[] = [
  text('id', 24, ({ id }) => id),
  text('kind', 10, ({ kind }) => kind),
  text('report', 24, ({ report }) => report.id),
  text('outlet', 20, ({ report }) => report.publisher),
  text('url', 40, ({ report }) => report.url),
  text('date', 12, ({ report }) => report.date),
  text('date_origin', 10, ({ report }) => report.dateOrigin),
  text('title', 40, ({ report }) => report.title),
  text('text_sha256', 16, ({ report }) => report.sha256),
  { name: 'version', width: 8, kind: 'integer', of: ({ report }) => report.version },
  text('speaker', 24, said('speaker')),
  text(
    'entity',
    24,
    ofStatement(({ entity }) => entity && entity.name),
  ),
  text(
    'entity_id',
    24,
    ofStatement(({ entity }) => entity && entity.id),
  ),
  text(
    'entity_type',
    12,
    ofStatement(({ entity }) => entity && entity.type),
  ),
  text('source_type', 12, said('sourceType')),
  text('stance', 10, said('stance')),
  text('distance', 11, said('distance')),
  text('quotation', 10, said('quotation')),
  { name: 'confidence', width: 10, kind: 'number', of: ofStatement(({ confidence }) => rounded(confidence)) },
  text(
    'source',
    24,
    ofStatement(({ words }) => words.source),
  ),
  text(
    'cue',
    16,
    ofStatement(({ words }) => words.cue),
  ),
  text(
    'content',
    60,
    ofStatement(({ words }) => words.content),
  ),
  { name: 'source_offsets', width: 14, kind: 'spans', of: said('source') },
  { name: 'cue_offsets', width: 14, kind: 'spans', of: said('cue') },
  { name: 'content_offsets', width: 14, kind: 'spans', of: said('content') },
  text('sentence', 60, (record) => sentenceOf(record).text),
  { name: 'sentence_start', width: 9, kind: 'integer', of: (record) => sentenceOf(record).start },
  { name: 'sentence_end', width: 9, kind: 'integer', of: (record) => sentenceOf(record).end },
  { name: 'disputes', width: 20, kind: 'ids', of: said('disputes') },
  { name: 'disputed_by', width: 20, kind: 'ids', of: said('disputedBy') },
  text('addressee', 20, said('addressee')),
  text(
    'said_time',
    16,
    ofStatement((record) => wordsWithin(record, record.said?.time?.span)),
  ),
  text(
    'said_date',
    12,
    ofStatement(({ said }) => said?.time?.date ?? null),
  ),
  text(
    'said_place',
    16,
    ofStatement((record) => wordsWithin(record, record.said?.place)),
  ),
  text(
    'said_occasion',
    24,
    ofStatement((record) => wordsWithin(record, record.said?.occasion)),
  ),
  { name: 'said_time_offsets', width: 14, kind: 'spans', of: ofStatement(({ said }) => listed(said?.time?.span)) },
  { name: 'said_place_offsets', width: 14, kind: 'spans', of: ofStatement(({ said }) => listed(said?.place)) },
  { name: 'said_occasion_offsets', width: 14, kind: 'spans', of: ofStatement(({ said }) => listed(said?.occasion)) },
  text('model', 16, ({ model }) => model.name),
  text('model_version', 12, ({ model }) => model.version),
];

/** The value of a cell where cells hold text and numbers alone: lists become JSON, spans as `[[start,end],…]` in UTF-16 code units. */
export function cellOf(column: Column, record: LedgerRecord): string | number | null {
  if (column.kind === 'spans') {
    const spans = column.of(record);
    return spans && JSON.stringify(spans.map(({ start, end }) => [start, end]));
  }
  if (column.kind === 'ids') {
    const ids = column.of(record);
    return ids && JSON.stringify(ids);
  }
  return column.of(record);
}

/** The words in which the record stands in its report: its sentences, or the clause in the report's own voice. */
export function sentenceOf(record: LedgerRecord): Span & { readonly text: string } {
  return record.kind === 'statement' ? record.sentence : record.span;
}

/** The words at a place of the record's sentences; `null` where it lies outside them, and its offsets alone are known. */
export function wordsWithin(record: LedgerRecord, span: Span | null | undefined): string | null {
  const { start, end, text } = sentenceOf(record);
  if (!span || span.start < start || span.end > end) return null;
  return text.slice(span.start - start, span.end - start);
}

/** What more digits would say is noise, and would differ from one processor to the next. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}

function text(name: string, width: number, of: (record: LedgerRecord) => string | null): Column {
  return { name, width, kind: 'text', of };
}

function ofStatement<T>(of: (record: StatementRecord) => T | null): (record: LedgerRecord) => T | null {
  return (record) => (record.kind === 'statement' ? of(record) : null);
}

function said<Key extends keyof StatementRecord>(key: Key): (record: LedgerRecord) => StatementRecord[Key] | null {
  return ofStatement((record) => record[key]);
}

function listed(span: Span | null | undefined): readonly Span[] | null {
  return span ? [span] : null;
}
