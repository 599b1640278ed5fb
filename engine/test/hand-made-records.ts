import { extent, type ReadDocument, type Statement } from '../src/attribution/index.ts';
import { paragraphSpans, sentenceSpans, type Span } from '../src/document/index.ts';
import type { LedgerRecord, RecordedReport } from '../src/record/index.ts';

/** The records that a ledger would give back for these reports, statements before own voice, and the texts by their hashes. */
export function handMadeRecords(
  reads: readonly ReadDocument[],
  told: Partial<RecordedReport> = {},
): { readonly records: LedgerRecord[]; readonly textOf: (sha256: string) => Promise<string> } {
  const texts = new Map(reads.map(({ document }) => [document.sha256, document.text]));
  const textOf = async (sha256: string): Promise<string> => {
    const text = texts.get(sha256);
    if (text === undefined) throw new Error(`Expected a text of this hash, got none (${sha256})`);
    return text;
  };
  return { records: reads.flatMap((read) => recordsOf(read, told)), textOf };
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
