import { extent, type RoleSpans } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';
import type { LedgerRecord, StatementRecord } from '../record/index.ts';
import type { ExportOptions } from './export-options.ts';
import { groupReports, type ReportRecords } from './group-reports.ts';
import { inChunks } from './in-chunks.ts';
import type { InterchangeDocument } from './interchange.ts';
import { rounded } from './record-columns.ts';

type Pair = readonly [start: number, end: number];

/**
 * Writes records in the interchange format, a line for the records of one report, which have to come one after the other.
 *
 * The ids are the ledger's. What a ledger's record does not tell is as empty as the format allows: parents, mentions, aliases and roles
 * of entities, authors, diagnostics. A report that two networks have read has a line for each.
 */
export function recordsAsLines(
  records: AsyncIterable<LedgerRecord>,
  options: Pick<ExportOptions, 'textOf'>,
): AsyncGenerator<string> {
  return inChunks(lines(records, options));
}

async function* lines(
  records: AsyncIterable<LedgerRecord>,
  { textOf }: Pick<ExportOptions, 'textOf'>,
): AsyncGenerator<string> {
  for await (const group of groupReports(records)) {
    const text = await textOf(group.report.sha256);
    const byModel = Map.groupBy(group.records, ({ model }) => JSON.stringify([model.name, model.version]));
    for (const ofModel of byModel.values()) {
      yield `${JSON.stringify(documentOf({ report: group.report, records: ofModel }, text))}\n`;
    }
  }
}

function documentOf({ report, records }: ReportRecords, text: string): InterchangeDocument {
  const statements = records.filter((record) => record.kind === 'statement');
  const start = (spans: RoleSpans): number => extent(spans)?.start ?? 0;
  const entities = new Map(statements.flatMap(({ entity }) => (entity === null ? [] : [[entity.id, entity]])));
  return {
    id: report.id,
    ...(report.url !== null && { url: report.url }),
    ...(report.title !== null && { title: report.title }),
    ...(report.publisher !== null && { publisher: report.publisher }),
    ...(report.date !== null && { date: report.date }),
    text,
    sha256: report.sha256,
    attributions: statements.sort((a, b) => start(a) - start(b)).map(attributionOf),
    entities: [...entities.values()].map(({ id, name, type }) => ({
      id,
      name,
      type,
      mentions: [],
      aliases: [],
      roles: [],
    })),
    ownVoice: records
      .flatMap((record) => (record.kind === 'own-voice' ? [pair(record.span)] : []))
      .sort(([a], [b]) => a - b),
    diagnostics: [],
    model: records[0]!.model,
  };
}

function attributionOf(statement: StatementRecord): InterchangeDocument['attributions'][number] {
  const { said } = statement;
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
    disputes: statement.disputes,
    parent: null,
    confidence: rounded(statement.confidence),
    addressee: addresseeOf(statement),
    said: said && {
      time: said.time && { span: pair(said.time.span), date: said.time.date },
      place: said.place && pair(said.place),
      occasion: said.occasion && pair(said.occasion),
    },
  };
}

/** Where the addressee stands, if its sentences have these words once; of several places, any would be a guess. */
function addresseeOf({ addressee, sentence }: StatementRecord): Pair | null {
  if (addressee === null || addressee === '') return null;
  const at = sentence.text.indexOf(addressee);
  if (at < 0 || sentence.text.includes(addressee, at + 1)) return null;
  return [sentence.start + at, sentence.start + at + addressee.length];
}

function pair({ start, end }: Span): Pair {
  return [start, end];
}
