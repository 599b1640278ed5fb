import type { Entity, ReadDocument, Said, Statement } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';
import type { AccordingError } from '../errors.ts';

type Pair = readonly [start: number, end: number];

/** One line of the interchange format, as `docs/interchange.md` describes it. Keys stay as they are. */
export interface InterchangeDocument {
  readonly id: string | number;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly authors?: readonly string[];
  readonly dateline?: {
    readonly span: Pair;
    readonly place: Pair;
    readonly agency: Pair | null;
    readonly date: Pair | null;
  };
  readonly text: string;
  readonly sha256: string;
  readonly attributions: readonly {
    readonly id: string;
    readonly source: readonly Pair[];
    readonly cue: readonly Pair[];
    readonly content: readonly Pair[];
    readonly speaker: string | null;
    readonly entity: string | null;
    readonly sourceType: string;
    readonly quotation: string;
    readonly stance: string;
    readonly distance: string;
    /** Ids of other attributions, or spans of the report's own voice. */
    readonly disputes: readonly (string | Pair)[];
    readonly parent: string | null;
    readonly confidence: number;
    readonly addressee: Pair | null;
    readonly said: {
      readonly time: { readonly span: Pair; readonly date: string | null } | null;
      readonly place: Pair | null;
      readonly occasion: Pair | null;
    } | null;
  }[];
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly mentions: readonly Pair[];
    readonly aliases: readonly string[];
    readonly roles: readonly Pair[];
  }[];
  readonly ownVoice: readonly Pair[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly span?: Pair }[];
  readonly model: { readonly name: string; readonly version: string };
}

/** Writes a document as it was read in the interchange format. What is not known of the document is left out. */
export function toInterchange(read: ReadDocument): InterchangeDocument {
  const { document, attributions, entities, ownVoice, model } = read;
  const { dateline } = document;
  return {
    id: document.id,
    ...(document.url !== null && { url: document.url }),
    ...(document.title !== null && { title: document.title }),
    ...(document.publisher !== null && { publisher: document.publisher }),
    ...(document.date !== null && { date: document.date }),
    ...(document.authors.length > 0 && { authors: document.authors }),
    ...(dateline !== null && {
      dateline: {
        span: pair(dateline.span),
        place: pair(dateline.place),
        agency: dateline.agency && pair(dateline.agency),
        date: dateline.date && pair(dateline.date),
      },
    }),
    text: document.text,
    sha256: document.sha256,
    attributions: attributions.map(attributionOut),
    entities: entities.map(entityOut),
    ownVoice: ownVoice.map(pair),
    diagnostics: document.diagnostics.map(({ code, message, span }) => ({
      code,
      message,
      ...(span && { span: pair(span) }),
    })),
    model,
  };
}

/** The line that stands in the place of a document that could not be read. `line` counts from 1. */
export function errorLine(error: AccordingError, line: number, id?: string | number): string {
  return JSON.stringify({ ...(id !== undefined && { id }), error: { code: error.code, message: error.message, line } });
}

function attributionOut(statement: Statement): InterchangeDocument['attributions'][number] {
  const { addressee, said } = statement;
  return {
    id: statement.id,
    source: statement.source.map(pair),
    cue: statement.cue.map(pair),
    content: statement.content.map(pair),
    speaker: statement.speaker,
    entity: statement.entity,
    sourceType: statement.sourceType,
    quotation: statement.quotation,
    stance: statement.stance,
    distance: statement.distance,
    disputes: statement.disputes.map((disputed) => (typeof disputed === 'string' ? disputed : pair(disputed))),
    parent: statement.parent,
    // What more digits would say is noise, and would differ from one processor to the next.
    confidence: Math.round(statement.confidence * 1000) / 1000,
    addressee: addressee && pair(addressee),
    said: said && saidOut(said),
  };
}

function saidOut({ time, place, occasion }: Said): InterchangeDocument['attributions'][number]['said'] {
  return {
    time: time && { span: pair(time.span), date: time.date },
    place: place && pair(place),
    occasion: occasion && pair(occasion),
  };
}

function entityOut({ id, name, type, mentions, aliases, roles }: Entity): InterchangeDocument['entities'][number] {
  return { id, name, type, mentions: mentions.map(pair), aliases, roles: roles.map(pair) };
}

function pair({ start, end }: Span): Pair {
  return [start, end];
}
