import type { ExtractedDocument } from '../attribution/index.ts';
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
    readonly parent: string | null;
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly span?: Pair }[];
  readonly model: { readonly name: string; readonly version: string };
}

/** Writes a document and its attributions in the interchange format. What is not known is left out. */
export function toInterchange({ document, attributions, model }: ExtractedDocument): InterchangeDocument {
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
    attributions: attributions.map(({ id, source, cue, content, parent }) => ({
      id,
      source: source.map(pair),
      cue: cue.map(pair),
      content: content.map(pair),
      parent,
    })),
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

function pair({ start, end }: Span): Pair {
  return [start, end];
}
