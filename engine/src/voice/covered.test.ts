import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { coveredSpans, mergeSpans, statementQuotations } from './covered.ts';

function quotations(text: string): string[] {
  return statementQuotations(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end));
}

describe('coveredSpans', () => {
  it('gives every role once, in order', () => {
    const { text, attributions } = annotate(
      '[[Lund](source 2) [fears](cue 2) [a leak](content 2)](content 1), [said](cue 1) [Rao](source 1).',
    );
    expect(coveredSpans(attributions).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Lund fears a leak',
      'said',
      'Rao',
    ]);
  });
});

describe('mergeSpans', () => {
  it('joins spans that overlap or touch, and drops empty ones', () => {
    const spans = [
      { start: 5, end: 9 },
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
      { start: 12, end: 12 },
    ];
    expect(mergeSpans(spans)).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]);
  });
});

describe('statementQuotations', () => {
  it.each([
    ['double marks', 'She said “the dam is closed” twice.', ['“the dam is closed”']],
    ['two apostrophes', "''The dam is closed,'' she said.", ["''The dam is closed,''"]],
    ['single marks that close behind a comma', "'The dam is closed,' she said.", ["'The dam is closed,'"]],
    ['curly single marks', '‘The dam is closed,’ she said.', ['‘The dam is closed,’']],
    ['a mark that stays open', '“The dam is closed.', ['“The dam is closed.']],
    ['scare quotes', 'The “leak squad” left.', []],
    ['apostrophes', "The dam's gates aren't the engineers' fault, she said.", []],
    ['emoji', '🚧 “💧 the dam is closed” 🚧', ['“💧 the dam is closed”']],
  ])('finds %s', (_, text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });
});
