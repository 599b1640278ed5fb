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

/**
 * Cuts a span of a document at every edge of a role, so that each stretch can be shown in one style although roles of
 * different attributions overlap.
 */
export function markedStretches(within: Span, attributions: readonly Attribution[]): MarkedStretch[] {
  const ranges = attributions.flatMap((attribution, index) =>
    roles.flatMap((role) => attribution[role].map(({ start, end }) => ({ start, end, mark: { role, index } }))),
  );
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
