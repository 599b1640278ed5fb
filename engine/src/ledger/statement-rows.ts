import { extent, roles, type Entity, type ReadDocument, type Statement } from '../attribution/index.ts';
import { countWhile, type Span } from '../document/index.ts';
import type { EntityTable, StatementTable } from './schema.ts';
import { sentencesAround } from './sentence-around.ts';

/** A statement's row before its reading has a number. */
export type StatementDraft = Omit<StatementTable, 'id' | 'reading_id' | 'text_id' | 'speaker_id'>;
export type EntityDraft = Omit<EntityTable, 'reading_id'>;

/** A contradiction by labels; `disputed` is null where it contradicts words that no statement or clause stands for. */
export interface DisputeDraft {
  readonly statement: string;
  readonly disputed: string | null;
  readonly span: Span | null;
}

/** All rows of a reading. */
export interface ReadingDraft {
  readonly model: { readonly name: string; readonly version: string };
  readonly diagnostics: string;
  readonly statements: readonly StatementDraft[];
  readonly entities: readonly EntityDraft[];
  readonly disputes: readonly DisputeDraft[];
}

/** Of the words of a statement no more is kept as text than this: spans tell the rest, and many may enclose each other. */
const longestWords = 20_000;

/** Makes a document that was read into rows; statements in their order, then own voice in its order. */
export function draftReading(read: ReadDocument): ReadingDraft {
  const { attributions, entities, ownVoice, model } = read;
  const text = storableText(read.document.text);
  const around = sentencesAround(text);
  const named = new Map(entities.map((entity) => [entity.id, entity]));
  const disputes = draftDisputes(read);
  const disputing = new Set(disputes.map(({ statement }) => statement));
  const disputed = new Set(disputes.map((dispute) => dispute.disputed));
  const flags = (label: string): Pick<StatementDraft, 'disputes' | 'disputed'> => ({
    disputes: disputing.has(label) ? 1 : 0,
    disputed: disputed.has(label) ? 1 : 0,
  });
  return {
    model,
    diagnostics: JSON.stringify(read.document.diagnostics),
    statements: [
      ...attributions.map((statement) => ({
        ...draftStatement(text, statement, around, statement.entity === null ? undefined : named.get(statement.entity)),
        ...flags(statement.id),
      })),
      ...ownVoice.map((span, index) => ({ ...draftOwnVoice(text, span, index), ...flags(ownVoiceLabel(index)) })),
    ],
    entities: entities.map(({ id, name, type, mentions, aliases, roles }) => ({
      label: id,
      name: storableText(name),
      type,
      mentions: JSON.stringify(mentions.map(pair)),
      aliases: storableText(JSON.stringify(aliases)),
      roles: JSON.stringify(roles.map(pair)),
    })),
    disputes,
  };
}

/**
 * The text as both stores can keep it: PostgreSQL has no NUL, and UTF-8 no half of a surrogate pair. U+FFFD stands in for
 * each, so that offsets stay what they are.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function draftStatement(
  text: string,
  statement: Statement,
  around: (place: Span) => Span,
  entity: Entity | undefined,
): Omit<StatementDraft, 'disputes' | 'disputed'> {
  const { source, cue, content, addressee, said } = statement;
  const sentence = around(extent(statement) ?? { start: 0, end: 0 });
  const spans = Object.fromEntries(roles.map((role) => [role, statement[role].map(pair)]));
  return {
    kind: 'statement',
    label: statement.id,
    parent: statement.parent,
    spans: JSON.stringify({ ...spans, addressee: addressee === null ? [] : [pair(addressee)] }),
    source: wordsIn(text, source),
    cue: wordsIn(text, cue),
    content: wordsIn(text, content),
    sentence_start: sentence.start,
    sentence_end: sentence.end,
    sentence: text.slice(sentence.start, sentence.end).toWellFormed(),
    speaker: statement.speaker === null ? null : storableText(statement.speaker),
    entity_label: entity?.id ?? null,
    entity_name: entity === undefined ? null : storableText(entity.name),
    entity_type: entity?.type ?? null,
    source_type: statement.sourceType,
    quotation: statement.quotation,
    stance: statement.stance,
    distance: statement.distance,
    confidence: statement.confidence,
    addressee: addressee === null ? null : wordsIn(text, [addressee]),
    said: said === null ? null : JSON.stringify(said),
  };
}

function draftOwnVoice(text: string, span: Span, index: number): Omit<StatementDraft, 'disputes' | 'disputed'> {
  const words = wordsIn(text, [span]);
  return {
    kind: 'own-voice',
    label: ownVoiceLabel(index),
    parent: null,
    spans: JSON.stringify({ source: [], cue: [], content: [pair(span)], addressee: [] }),
    source: '',
    cue: '',
    content: words,
    sentence_start: span.start,
    sentence_end: span.end,
    sentence: words,
    speaker: null,
    entity_label: null,
    entity_name: null,
    entity_type: null,
    source_type: null,
    quotation: null,
    stance: null,
    distance: null,
    confidence: 1,
    addressee: null,
    said: null,
  };
}

function draftDisputes({ attributions, ownVoice }: ReadDocument): DisputeDraft[] {
  const known = new Set<string>(attributions.map(({ id }) => id));
  return attributions.flatMap(({ id, disputes }) =>
    disputes.map((disputed): DisputeDraft => {
      if (typeof disputed === 'string')
        return { statement: id, disputed: known.has(disputed) ? disputed : null, span: null };
      const index = ownVoiceAt(ownVoice, disputed);
      return { statement: id, disputed: index < 0 ? null : ownVoiceLabel(index), span: disputed };
    }),
  );
}

/** The first clause, of clauses in order, that shares a character with the span; below 0 where none does. */
function ownVoiceAt(ownVoice: readonly Span[], span: Span): number {
  const index = countWhile(ownVoice, ({ end }) => end <= span.start);
  const found = ownVoice[index];
  return found !== undefined && found.start < span.end ? index : -1;
}

function ownVoiceLabel(index: number): string {
  return `v${index + 1}`;
}

function wordsIn(text: string, spans: readonly Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, Math.min(end, start + longestWords))).join(' … ');
  return words.slice(0, longestWords).toWellFormed();
}

function pair({ start, end }: Span): [number, number] {
  return [start, end];
}
