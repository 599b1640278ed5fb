import { describe, expect, it } from 'vitest';
import { placeNotes } from './place-notes.ts';

const notes = (...wanted: readonly number[]): { wanted: number; height: number }[] =>
  wanted.map((at) => ({ wanted: at, height: 40 }));

describe('notes in the margin', () => {
  it('stand beside their words where there is room', () => {
    expect(placeNotes(notes(0, 100, 300), 10)).toEqual([0, 100, 300]);
  });

  it('move down where they would cover the one before', () => {
    expect(placeNotes(notes(0, 10, 300), 10)).toEqual([0, 50, 300]);
  });

  it('make room for the pinned one, which stands beside its words', () => {
    expect(placeNotes(notes(100, 110, 120), 10, 1)).toEqual([60, 110, 160]);
    expect(placeNotes(notes(100, 110, 120), 10, 2)).toEqual([20, 70, 120]);
  });

  it('never leave the page at its top', () => {
    expect(placeNotes(notes(0, 10, 20), 10, 2)).toEqual([0, 50, 100]);
  });

  it('are none where there are none', () => {
    expect(placeNotes([], 10)).toEqual([]);
  });
});
