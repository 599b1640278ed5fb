import type { Span } from '../document/index.ts';
import type { LedgerRecord, RecordedReport, StatementRecord } from '../record/index.ts';
import { inChunks } from './in-chunks.ts';
import { urnOf } from './json-ld.ts';
import { sentenceOf } from './record-columns.ts';
import { webAddress } from './web-address.ts';

/**
 * Writes records in the words of schema.org (JSON-LD): a `Quotation` where words are quoted, else a `Claim`, each with who says it and the
 * article it appears in. There is never a rating, and never a `ClaimReview`.
 *
 * The content of a denial is not what the source claims: where a source does anything but put its content forward, the claim is the whole
 * sentence, which says what the source does, and it is the article's.
 */
export function recordsAsSchemaOrg(records: AsyncIterable<LedgerRecord>): AsyncGenerator<string> {
  return inChunks(graph(records));
}

async function* graph(records: AsyncIterable<LedgerRecord>): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[';
  let separator = '';
  for await (const record of records) {
    yield `${separator}\n${JSON.stringify(record.kind === 'statement' ? statementOf(record) : ownVoiceOf(record))}`;
    separator = ',';
  }
  yield '\n]}\n';
}

function statementOf(record: StatementRecord): object {
  const article = articleOf(record.report);
  const common = { '@id': urnOf('record', record.id), ...checkable(record, record.content) };
  const speaker = speakerOf(record);
  const putForward = ['asserts', 'accuses', 'believes'].includes(record.stance);
  const isQuoted = record.quotation === 'direct' || (record.quotation === 'mixed' && putForward);
  if (isQuoted && record.words.content !== '') {
    const by =
      speaker === null
        ? {}
        : isAgent(speaker)
          ? { spokenByCharacter: speaker, creator: speaker }
          : { citation: speaker };
    return { '@type': 'Quotation', ...common, text: record.words.content, ...by, isPartOf: article };
  }
  if (putForward && record.words.content !== '') {
    const by = speaker === null ? {} : isAgent(speaker) ? { creator: speaker } : { citation: speaker };
    return { '@type': 'Claim', ...common, text: record.words.content, ...by, appearance: article };
  }
  const { publisher } = record.report;
  return {
    '@type': 'Claim',
    ...common,
    text: record.sentence.text,
    ...(publisher !== null && { creator: { '@type': 'Organization', name: publisher } }),
    ...(speaker !== null && { mentions: speaker }),
    appearance: article,
  };
}

function ownVoiceOf(record: LedgerRecord): object {
  const { publisher } = record.report;
  return {
    '@type': 'Claim',
    '@id': urnOf('record', record.id),
    ...checkable(record, []),
    text: sentenceOf(record).text,
    ...(publisher !== null && { creator: { '@type': 'Organization', name: publisher } }),
    appearance: articleOf(record.report),
  };
}

/** What lets a reader find the words again: the sentence, and where it stands in which text. */
function checkable(record: LedgerRecord, content: readonly Span[]): object {
  const sentence = sentenceOf(record);
  const places = (spans: readonly Span[]): string => JSON.stringify(spans.map(({ start, end }) => [start, end]));
  const identifier = (propertyID: string, value: string): object => ({ '@type': 'PropertyValue', propertyID, value });
  return {
    description: sentence.text,
    ...(record.kind === 'statement' && {
      keywords: [`stance: ${record.stance}`, `distance: ${record.distance}`, `quotation: ${record.quotation}`],
    }),
    identifier: [
      identifier('according:sentence-offsets-utf16', places([sentence])),
      ...(content.length === 0 ? [] : [identifier('according:content-offsets-utf16', places(content))]),
    ],
  };
}

function articleOf({ url, title, publisher, date, sha256 }: RecordedReport): object {
  const address = webAddress(url);
  const stored = urnOf('text', sha256);
  return {
    '@type': 'NewsArticle',
    '@id': address ?? stored,
    ...(address !== null && { url: address }),
    ...(title !== null && { headline: title }),
    ...(publisher !== null && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date !== null && { datePublished: date }),
    encoding: { '@type': 'TextObject', '@id': stored, encodingFormat: 'text/plain', sha256 },
  };
}

interface Speaker {
  readonly '@type': string;
  readonly name: string;
}

/** Who says it, of the nearest type that schema.org has; `null` where the report names nobody. */
function speakerOf({ speaker, words, sourceType, entity }: StatementRecord): Speaker | null {
  const name = speaker ?? (words.source || null);
  if (name === null) return null;
  const kind = sourceType === 'author' ? (entity?.type ?? 'person') : sourceType;
  return { '@type': typesOf[kind] ?? 'Organization', name };
}

const typesOf: Readonly<Record<string, string>> = {
  person: 'Person',
  unnamed: 'Person',
  author: 'Person',
  government: 'GovernmentOrganization',
  media: 'NewsMediaOrganization',
  document: 'CreativeWork',
};

/** A document that speaks has made nothing: it is cited. */
function isAgent(speaker: Speaker): boolean {
  return speaker['@type'] !== 'CreativeWork';
}
