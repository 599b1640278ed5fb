import type { Attribution } from '../attribution/index.ts';
import { encloses, type Span } from '../document/index.ts';
import { lastIndexBefore } from './last-index-before.ts';

/** A content with the index of its attribution, and how far any content up to it reaches. */
export interface Content extends Span {
  readonly index: number;
  readonly reach: number;
}

/** The contents of all attributions, by their start. */
export function contentsOf(attributions: readonly Attribution[]): Content[] {
  let reach = -1;
  return attributions
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start)
    .map((content) => ({ ...content, reach: (reach = Math.max(reach, content.end)) }));
}

/** Index of the first attribution, other than the span's own, whose content encloses a span; `null` where none does. */
export function contentAround(contents: readonly Content[], span: Span, own: number): number | null {
  let first: number | null = null;
  for (let i = lastIndexBefore(contents, span.start); i >= 0 && contents[i]!.reach >= span.end; i--) {
    const { index } = contents[i]!;
    if (index !== own && (first === null || index < first) && encloses(contents[i]!, span)) first = index;
  }
  return first;
}
