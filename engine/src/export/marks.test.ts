import { describe, expect, it } from 'vitest';
import { markedStretches } from './marks.ts';

const text = 'So Ana said Piotr left. And so on.';

/** Spans of the text, each marked by its own words. */
function ranges(...all: string[]): { start: number; end: number; mark: string }[] {
  return all.map((mark) => ({ start: text.indexOf(mark), end: text.indexOf(mark) + mark.length, mark }));
}

describe('markedStretches', () => {
  it('cuts at every edge, so that each stretch has one set of marks, the longest first', () => {
    const [stretches] = markedStretches([{ start: 0, end: 23 }], ranges('Piotr', 'Ana', 'Piotr left', 'said'));
    expect(stretches!.map(({ start, end, marks }) => [text.slice(start, end), ...marks])).toEqual([
      ['So '],
      ['Ana', 'Ana'],
      [' '],
      ['said', 'said'],
      [' '],
      ['Piotr', 'Piotr left', 'Piotr'],
      [' left', 'Piotr left'],
      ['.'],
    ]);
  });

  it('gives each paragraph what lies in it, of a span that runs over several and beyond', () => {
    const paragraphs = [
      { start: 3, end: 11 },
      { start: 18, end: 23 },
      { start: 24, end: 30 },
    ];
    const found = markedStretches(paragraphs, ranges('said Piotr left. And', 'So', 'on.'));
    expect(found.map((stretches) => stretches.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Ana ', 'said'],
      ['left.'],
      ['And', ' so'],
    ]);
    expect(found.map((stretches) => stretches.map(({ marks }) => marks.length))).toEqual([[0, 1], [1], [1, 0]]);
  });

  it('passes over empty spans, and gives nothing for no paragraphs', () => {
    expect(markedStretches([], ranges('Ana'))).toEqual([]);
    expect(markedStretches([{ start: 0, end: 2 }], [{ start: 1, end: 1, mark: 'x' }])).toEqual([
      [{ start: 0, end: 2, marks: [] }],
    ]);
  });

  it('marks a report of a hundred thousand spans in a moment', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ start: i * 10, end: i * 10 + 15, mark: i }));
    const [stretches] = markedStretches([{ start: 0, end: 1_000_000 }], many);
    expect(stretches).toHaveLength(200_000 - 1);
  });
});
