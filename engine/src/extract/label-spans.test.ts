import { describe, expect, it } from 'vitest';
import type { Window } from '../segment/index.ts';
import { labelSpans } from './label-spans.ts';

const text = 'Ms Rao said\nit leaked';

/** [CLS] Ms Rao said [SEP] it leak ##ed [SEP] */
const window: Window = {
  ids: [0, 1, 2, 3, 0, 4, 5, 6, 0],
  start: [-1, 0, 3, 7, -1, 12, 15, 19, -1],
  end: [-1, 2, 6, 11, -1, 14, 19, 21, -1],
  first: [0, 1, 1, 1, 0, 1, 1, 0, 0],
};

function words(...labels: number[]): string[][] {
  return labelSpans(window, Uint8Array.from(labels), 4).map((spans) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('labelSpans', () => {
  it('joins neighbouring pieces of one label', () => {
    expect(words(0, 1, 1, 2, 0, 3, 3, 3, 0)).toEqual([[], ['Ms Rao'], ['said'], ['it leaked']]);
  });

  it('lets a word take the label of its first piece', () => {
    expect(words(0, 0, 0, 0, 0, 0, 3, 0, 0)[3]).toEqual(['leaked']);
    expect(words(0, 0, 0, 0, 0, 0, 0, 3, 0)[3]).toEqual([]);
  });

  it('cuts a run at the end of a paragraph', () => {
    expect(words(0, 0, 0, 3, 3, 3, 3, 3, 3)[3]).toEqual(['said', 'it leaked']);
  });

  it('gives a role in several pieces several spans', () => {
    expect(words(0, 3, 0, 3, 0, 0, 0, 0, 0)[3]).toEqual(['Ms', 'said']);
  });
});
