import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { sentencesAround } from './sentence-around.ts';
import { draftReading } from './statement-rows.ts';

describe('sentencesAround', () => {
  it('gives all sentences that a place touches', () => {
    const text = 'One is here. Two is 🌊 there. Three is gone.\n\nFour.';
    const around = sentencesAround(text);
    const words = (part: string): string => {
      const start = text.indexOf(part);
      const span = around({ start, end: start + part.length });
      return text.slice(span.start, span.end);
    };
    expect(words('is 🌊')).toBe('Two is 🌊 there.');
    expect(words('there. Three')).toBe('Two is 🌊 there. Three is gone.');
    expect(words('gone.\n\nFour')).toBe('Three is gone.\n\nFour.');
  });

  it('keeps little of a sentence that does not end', () => {
    const text = 'word '.repeat(100_000);
    const { start, end } = sentencesAround(text)({ start: 50_000, end: 50_004 });
    expect([start, end]).toEqual([49_000, 51_004]);
  });
});

describe('draftReading', () => {
  it('ties a statement to the own voice that it contradicts', () => {
    const read = handMade('The dam held. [Ana](source) [denied](cue) [it](content).', {
      ownVoice: ['The dam held.'],
      statements: { 1: { disputes: ['dam held'] } },
    });
    const { disputes, statements } = draftReading(read);
    expect(disputes).toEqual([{ statement: 'a1', disputed: 'v1', span: { start: 4, end: 12 } }]);
    expect(statements.map(({ label, disputes, disputed }) => [label, disputes, disputed])).toEqual([
      ['a1', 1, 0],
      ['v1', 0, 1],
    ]);
  });
});
