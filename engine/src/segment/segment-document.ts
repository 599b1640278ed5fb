import type { RoleSpans } from '../attribution/index.ts';
import { paragraphSpans, type Document, type Span } from '../document/index.ts';
import { cutWindows, type Window } from './windows.ts';
import type { WordPiece } from './wordpiece.ts';

/** A document cut into the windows that the network reads. */
export interface SegmentedDocument {
  readonly document: Document;
  readonly windows: readonly Window[];
}

/** Cuts a document into windows of at most `maxPieces` pieces, the special ones included; the dateline is left out. */
export function segmentDocument(document: Document, wordPiece: WordPiece, maxPieces: number): SegmentedDocument {
  return { document, windows: cutWindows(document.text, wordPiece, maxPieces, paragraphsRead(document)) };
}

/** All paragraphs, one of them without the dateline: `BEIJING (Reuters) —` is the outlet's, never a source's word. */
function paragraphsRead({ text, dateline }: Document): Span[] {
  return paragraphSpans(text).map(({ start, end }) =>
    dateline?.span.start === start ? { start: dateline.span.end, end } : { start, end },
  );
}

/** Windows of one attribution's content, for finding the attributions inside it. */
export interface SegmentedContent {
  readonly parent: RoleSpans;
  readonly windows: readonly Window[];
}

/** Fewer characters than this hold no source, cue and content of their own. */
const leastContentCharacters = 25;

/** Cuts the content of each attribution into windows, as if each were all there is. */
export function segmentContents(
  document: Document,
  attributions: readonly RoleSpans[],
  wordPiece: WordPiece,
  maxPieces: number,
): SegmentedContent[] {
  const { text } = document;
  return attributions.flatMap((parent) => {
    const inner = parent.content.map((span) => clauseOf(text, span));
    const characters = inner.reduce((sum, { start, end }) => sum + end - start, 0);
    return characters < leastContentCharacters
      ? []
      : [{ parent, windows: cutWindows(text, wordPiece, maxPieces, inner) }];
  });
}

const leading = /^[\s“"‘']*(?:that\s[\s“"‘']*)?/iu;
const trailing = /^[\s”"’']$/u;

/** The words inside quotation marks, and without the “that” that ties them to the sentence around. */
function clauseOf(text: string, { start, end }: Span): Span {
  const from = start + leading.exec(text.slice(start, end))![0].length;
  let to = end;
  while (to > from && trailing.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
