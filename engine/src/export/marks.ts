import { roles, type Attribution, type Role } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';

/** A role that covers a stretch, and the place of its attribution in the list. */
export interface Mark {
  readonly role: Role;
  readonly index: number;
}

/** A stretch of text that the same marks cover from start to end. */
export interface MarkedStretch extends Span {
  readonly marks: readonly Mark[];
}

/** One span of a role, with its mark. */
export interface MarkRange extends Span {
  readonly mark: Mark;
}

/** Every span of every role. Made once a document: a long one has thousands, and every paragraph looks through them. */
export function markRanges(attributions: readonly Attribution[]): MarkRange[] {
  return attributions.flatMap((attribution, index) =>
    roles.flatMap((role) => attribution[role].map(({ start, end }) => ({ start, end, mark: { role, index } }))),
  );
}

/**
 * Cuts a span of a document at every edge of a role, so that each stretch can be shown in one style although roles of
 * different attributions overlap.
 */
export function markedStretches(within: Span, ranges: readonly MarkRange[]): MarkedStretch[] {
  const inside = ranges.filter(({ start, end }) => start < within.end && end > within.start);
  const edges = new Set([within.start, within.end]);
  for (const { start, end } of inside) {
    if (start > within.start) edges.add(start);
    if (end < within.end) edges.add(end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i]!;
    return { start, end, marks: inside.filter((r) => r.start <= start && end <= r.end).map(({ mark }) => mark) };
  });
}
