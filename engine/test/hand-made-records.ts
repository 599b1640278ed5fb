import { extent, type ReadDocument, type Statement } from '../src/attribution/index.ts';
import { paragraphSpans, sentenceSpans, type Span } from '../src/document/index.ts';
import type { LedgerRecord, RecordedReading, RecordedReport } from '../src/record/index.ts';

/** The records that a ledger would give back for these reports, statements before own voice; texts and readings by their hashes. */
export function handMadeRecords(
  reads: readonly ReadDocument[],
  told: Partial<RecordedReport> = {},
): {
  readonly records: LedgerRecord[];
  readonly textOf: (sha256: string) => Promise<string>;
  readonly readingOf: (sha256: string) => Promise<RecordedReading | null>;
} {
  const texts = new Map(reads.map(({ document }) => [document.sha256, document.text]));
  const textOf = async (sha256: string): Promise<string> => {
    const text = texts.get(sha256);
    if (text === undefined) throw new Error(`Expected a text of this hash, got none (${sha256})`);
    return text;
  };
  const readingOf = async (sha256: string): Promise<RecordedReading | null> => {
    const read = reads.find(({ document }) => document.sha256 === sha256);
    return read === undefined ? null : readingIn(read, told);
  };
  return { records: reads.flatMap((read) => recordsOf(read, told)), textOf, readingOf };
}

/** A stream of what is there already. */
export async function* streamOf<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

/** All that a stream gives, as one piece. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk as string));
  return Buffer.concat(parts);
}

/** Ids are those of `recordsOf`. */
function readingIn(
  { document, attributions, entities, ownVoice }: ReadDocument,
  { id = `r-${document.id.slice(0, 8)}` }: Partial<RecordedReport>,
): RecordedReading {
  const spans = attributions.map(
    (statement) =>
      [`${id}/${statement.id}`, statement.disputes.filter((disputed) => typeof disputed !== 'string')] as const,
  );
  return {
    entities: entities.map((entity) => ({ ...entity, id: `${id}/${entity.id}` })),
    ownVoice,
    disputedSpans: new Map(spans.filter(([, places]) => places.length > 0)),
    diagnostics: document.diagnostics,
  };
}

function recordsOf({ document, attributions, entities, ownVoice, model }: ReadDocument, told: Partial<RecordedReport>) {
  const { text, sha256, url, title, publisher, date } = document;
  const report: RecordedReport = {
    id: `r-${document.id.slice(0, 8)}`,
    url,
    title,
    publisher,
    date,
    sha256,
    version: 1,
    dateOrigin: date === null ? 'none' : 'json-ld',
    ...told,
  };
  const words = (spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const sentences = paragraphSpans(text).flatMap((paragraph) => sentenceSpans(text, paragraph));
  const idOf = (id: string): string => `${report.id}/${id}`;
  const entityOf = (statement: Statement) => {
    const entity = entities.find(({ id }) => id === statement.entity);
    return entity === undefined ? null : { id: idOf(entity.id), name: entity.name, type: entity.type };
  };
  const statements = attributions.map((statement): LedgerRecord => {
    const { source, cue, content, addressee, ...known } = statement;
    const at = extent(statement)!;
    const touched = sentences.filter(({ start, end }) => start < at.end && at.start < end);
    const [start, end] = [touched[0]!.start, touched.at(-1)!.end];
    return {
      kind: 'statement',
      id: idOf(statement.id),
      report,
      parent: known.parent === null ? null : idOf(known.parent),
      source,
      cue,
      content,
      model,
      words: { source: words(source), cue: words(cue), content: words(content) },
      sentence: { start, end, text: text.slice(start, end) },
      speaker: known.speaker,
      sourceType: known.sourceType,
      quotation: known.quotation,
      stance: known.stance,
      distance: known.distance,
      confidence: known.confidence,
      said: known.said,
      entity: entityOf(statement),
      disputes: known.disputes.filter((other) => typeof other === 'string').map(idOf),
      disputedBy: attributions.filter(({ disputes }) => disputes.includes(known.id)).map(({ id }) => idOf(id)),
      addressee: addressee && words([addressee]),
      addresseeSpan: addressee,
    };
  });
  const own = ownVoice.map((span, index): LedgerRecord => ({
    kind: 'own-voice',
    id: idOf(`v${index + 1}`),
    report,
    model,
    span: { ...span, text: words([span]) },
  }));
  return [...statements, ...own];
}
