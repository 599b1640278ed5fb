import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, type Span } from '../document/index.ts';
import { SpanIndex } from './span-index.ts';

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]): Span => ({ start, end: start + length }));

describe('SpanIndex', () => {
  it('gives what shares a character with a span, with what else it bears, by its start', () => {
    const index = new SpanIndex([
      { start: 7, end: 9, name: 'late' },
      { start: 0, end: 20, name: 'long' },
      { start: 2, end: 4, name: 'early' },
    ]);
    expect(index.overlapping({ start: 3, end: 8 }).map(({ name }) => name)).toEqual(['long', 'early', 'late']);
    expect(index.overlapping({ start: 4, end: 7 }).map(({ name }) => name)).toEqual(['long']);
    expect(index.overlapping({ start: 20, end: 30 })).toEqual([]);
  });

  it('finds what looking at all of them finds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), span, (spans, wanted) => {
        const byStart = [...spans].sort((a, b) => a.start - b.start);
        expect(new SpanIndex(spans).overlapping(wanted)).toEqual(byStart.filter((other) => overlaps(other, wanted)));
      }),
      { numRuns: 500 },
    );
  });
});
