import {
  annotate,
  extent,
  numberAttributions,
  type AttributionId,
  type Entity,
  type EntityId,
  type ReadDocument,
  type Reason,
  type RoleSpans,
  type Statement,
} from '../src/attribution/index.ts';
import { createDocument, noMetadata, type Document, type Metadata, type Span } from '../src/document/index.ts';

/** What a test says of a statement: places are words of the text, disputes are numbers of the notation or words. */
export interface Told extends Partial<
  Pick<Statement, 'speaker' | 'sourceType' | 'quotation' | 'stance' | 'distance' | 'confidence'>
> {
  readonly entity?: string;
  readonly disputes?: readonly (number | string)[];
  readonly addressee?: string;
  readonly time?: readonly [words: string, date: string | null];
  readonly place?: string;
  readonly occasion?: string;
  /** Number of the statement whose content holds it. */
  readonly within?: number;
  readonly reasons?: readonly Reason[];
}

/** What a test says of an entity; roles and mentions are words of the text, of which every occurrence counts as one. */
export interface ToldEntity extends Partial<Pick<Entity, 'type' | 'aliases'>> {
  readonly name: string;
  readonly mentions?: readonly string[];
  readonly roles?: readonly string[];
}

/** What a test says of a report besides its text. */
export interface ToldReport {
  /** By the number of the notation; what is not told is as plain as can be. */
  readonly statements?: { readonly [number: number]: Told };
  readonly entities?: { readonly [id: string]: ToldEntity };
  /** Words of the text. */
  readonly ownVoice?: readonly string[];
  readonly metadata?: Partial<Metadata>;
  readonly document?: Partial<Pick<Document, 'diagnostics' | 'dateline'>>;
}

/**
 * Makes a document as if it had been read, from the inline notation of `annotate`, so that a view can be tested without a
 * network: `handMade('[Ana](source) [denied](cue) [it](content).', { statements: { 1: { stance: 'denies' } } })`.
 *
 * A statement that is not told otherwise asserts, in indirect speech, and its speaker is what its source says.
 */
export function handMade(notation: string, told: ToldReport = {}): ReadDocument {
  const { text, attributions } = annotate(notation);
  const numbers = numbersIn(notation);
  const spansOf = new Map(attributions.map((spans, index) => [numbers[index]!, spans]));
  const found = [...spansOf].map(([number, spans]) => ({ ...spans, number }));
  const isNested = ({ number }: { number: number }): boolean => told.statements?.[number]?.within !== undefined;
  const numbered = numberAttributions(
    found.filter((each) => !isNested(each)),
    found.filter(isNested).map((spans) => ({
      spans,
      parent: found.find(({ number }) => number === told.statements?.[spans.number]?.within)!,
    })),
  );
  const idOf = new Map(numbered.map(({ number, id }) => [number, id]));
  return {
    document: createDocument(text, { metadata: { ...noMetadata, ...told.metadata }, ...told.document }),
    attributions: numbered.map(({ number, id, parent, source, cue, content }) =>
      statement(text, { source, cue, content }, { id, parent }, told.statements?.[number] ?? {}, idOf),
    ),
    entities: Object.entries(told.entities ?? {}).map(([id, entity]) => ({
      id: id as EntityId,
      name: entity.name,
      type: entity.type ?? 'person',
      mentions: [entity.name, ...(entity.mentions ?? [])]
        .flatMap((words) => everySpan(text, words))
        .sort((a, b) => a.start - b.start),
      aliases: entity.aliases ?? [],
      roles: (entity.roles ?? []).map((words) => spanOf(text, words)),
    })),
    ownVoice: (told.ownVoice ?? []).map((words) => spanOf(text, words)),
    model: { name: 'none', version: '0' },
  };
}

/** Where words of a text first stand. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`Expected words of the text, got “${words}”`);
  return { start, end: start + words.length };
}

function statement(
  text: string,
  spans: RoleSpans,
  { id, parent }: { readonly id: AttributionId; readonly parent: AttributionId | null },
  told: Told,
  idOf: ReadonlyMap<number, AttributionId>,
): Statement {
  // What stands in it is meant, not the first of such words in the report.
  const near = (words: string): Span => {
    const from = Math.max(0, (extent(spans)?.start ?? 0) - 60);
    const { start, end } = spanOf(text.slice(from), words);
    return { start: from + start, end: from + end };
  };
  const source = spans.source[0];
  const { time, place, occasion } = told;
  return {
    ...spans,
    id,
    parent,
    speaker: told.speaker !== undefined ? told.speaker : source ? text.slice(source.start, source.end) : null,
    entity: (told.entity ?? null) as EntityId | null,
    sourceType: told.sourceType ?? (source ? 'person' : 'none'),
    quotation: told.quotation ?? 'indirect',
    stance: told.stance ?? 'asserts',
    distance: told.distance ?? 'neutral',
    disputes: (told.disputes ?? []).map((disputed) =>
      typeof disputed === 'number' ? idOf.get(disputed)! : spanOf(text, disputed),
    ),
    addressee: told.addressee === undefined ? null : near(told.addressee),
    said:
      time === undefined && place === undefined && occasion === undefined
        ? null
        : {
            time: time === undefined ? null : { span: near(time[0]), date: time[1] },
            place: place === undefined ? null : near(place),
            occasion: occasion === undefined ? null : near(occasion),
          },
    confidence: told.confidence ?? 0.9,
    reasons: told.reasons ?? [],
  };
}

function everySpan(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length))
    spans.push({ start, end: start + words.length });
  return spans;
}

/** The numbers that a notation uses, in order. */
function numbersIn(notation: string): number[] {
  const labels = [...notation.matchAll(/\]\(([^)]*)\)/gu)].flatMap((match) => match[1]!.split(','));
  return [...new Set(labels.map((label) => Number(/\d+/u.exec(label)?.[0] ?? 1)))].sort((a, b) => a - b);
}
