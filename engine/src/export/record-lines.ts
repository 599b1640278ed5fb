import { extent, type RoleSpans } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';
import type { LedgerRecord, RecordedReading, StatementRecord } from '../record/index.ts';
import type { ExportOptions } from './export-options.ts';
import { groupReports, type ReportRecords } from './group-reports.ts';
import { inChunks } from './in-chunks.ts';
import type { InterchangeDocument } from './interchange.ts';
import { rounded } from './record-columns.ts';

type Pair = readonly [start: number, end: number];
type Options = Pick<ExportOptions, 'textOf' | 'readingOf'>;

/** A text of which nothing but the records is known. */
const nothing: RecordedReading = { entities: [], ownVoice: [], disputedSpans: new Map(), diagnostics: [] };

/**
 * Writes records in the interchange format, a line for the records of one report, which have to come one after the other.
 *
 * The ids are the ledger's. Attributions are those of the records; entities and diagnostics, and the report's own voice unless clauses
 * of it are among the records, are all that were found in the text. A report that two networks have read has a line for each.
 */
export function recordsAsLines(records: AsyncIterable<LedgerRecord>, options: Options): AsyncGenerator<string> {
  return inChunks(lines(records, options));
}

async function* lines(records: AsyncIterable<LedgerRecord>, { textOf, readingOf }: Options): AsyncGenerator<string> {
  for await (const group of groupReports(records)) {
    const { sha256 } = group.report;
    const text = await textOf(sha256);
    const byModel = Map.groupBy(group.records, ({ model }) => JSON.stringify([model.name, model.version]));
    for (const ofModel of byModel.values()) {
      const reading = (await readingOf(sha256, ofModel[0]!.model)) ?? nothing;
      yield `${JSON.stringify(documentOf({ report: group.report, records: ofModel }, text, reading))}\n`;
    }
  }
}

function documentOf({ report, records }: ReportRecords, text: string, reading: RecordedReading): InterchangeDocument {
  const statements = records.filter((record) => record.kind === 'statement');
  const clauses = records.filter((record) => record.kind === 'own-voice').map(({ span }) => span);
  const start = (spans: RoleSpans): number => extent(spans)?.start ?? 0;
  return {
    id: report.id,
    ...(report.url !== null && { url: report.url }),
    ...(report.title !== null && { title: report.title }),
    ...(report.publisher !== null && { publisher: report.publisher }),
    ...(report.date !== null && { date: report.date }),
    text,
    sha256: report.sha256,
    attributions: statements.sort((a, b) => start(a) - start(b)).map((each) => attributionOf(each, reading)),
    entities: reading.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map(pair),
      roles: entity.roles.map(pair),
    })),
    ownVoice: (clauses.length > 0 ? clauses : reading.ownVoice).map(pair).sort(([a], [b]) => a - b),
    diagnostics: reading.diagnostics.map(({ code, message, span }) => ({
      code,
      message,
      ...(span && { span: pair(span) }),
    })),
    model: records[0]!.model,
  };
}

function attributionOf(
  statement: StatementRecord,
  { disputedSpans }: RecordedReading,
): InterchangeDocument['attributions'][number] {
  const { said, addresseeSpan } = statement;
  const inOwnVoice = disputedSpans.get(statement.id);
  return {
    id: statement.id,
    source: statement.source.map(pair),
    cue: statement.cue.map(pair),
    content: statement.content.map(pair),
    speaker: statement.speaker,
    entity: statement.entity && statement.entity.id,
    sourceType: statement.sourceType,
    quotation: statement.quotation,
    stance: statement.stance,
    distance: statement.distance,
    disputes: [
      ...statement.disputes.filter((id) => inOwnVoice === undefined || !isOwnVoice(id)),
      ...(inOwnVoice ?? []).map(pair),
    ],
    parent: statement.parent,
    confidence: rounded(statement.confidence),
    addressee: addresseeSpan && pair(addresseeSpan),
    said: said && {
      time: said.time && { span: pair(said.time.span), date: said.time.date },
      place: said.place && pair(said.place),
      occasion: said.occasion && pair(said.occasion),
    },
  };
}

/** The format names clauses of a report's own voice by their place. */
function isOwnVoice(id: string): boolean {
  return /\bv\d+$/u.test(id);
}

function pair({ start, end }: Span): Pair {
  return [start, end];
}
