import { describe, expect, it } from 'vitest';
import { annotate, numberAttributions } from '../attribution/index.ts';
import { excerpt } from './excerpt.ts';
import { markedStretches, markRanges } from './marks.ts';

describe('markedStretches', () => {
  it('cuts at every edge, so that each stretch has one set of roles', () => {
    const { text, attributions } = annotate('So [Ana](source 1) [said](cue 1) [[Piotr](source 2) left](content 1).');
    const stretches = markedStretches({ start: 0, end: text.length }, markRanges(numberAttributions(attributions)));
    expect(stretches.map(({ start, end, marks }) => [text.slice(start, end), ...marks.map((m) => m.role)])).toEqual([
      ['So '],
      ['Ana', 'source'],
      [' '],
      ['said', 'cue'],
      [' '],
      ['Piotr', 'content', 'source'],
      [' left', 'content'],
      ['.'],
    ]);
  });

  it('keeps to the span that it is given, and covers all of it', () => {
    const { text, attributions } = annotate('[Ana said so\n\nand so](content) on');
    const stretches = markedStretches({ start: 4, end: 12 }, markRanges(numberAttributions(attributions)));
    expect(stretches.map(({ start, end }) => text.slice(start, end))).toEqual(['said so\n']);
  });
});

describe('excerpt', () => {
  it.each([
    ['all of a few words', 'It\nleaks.', 'It leaks.'],
    ['the start of many, cut between words', 'word '.repeat(30), `${'word '.repeat(12).trim()}…`],
    ['the start of one that is long, with no character cut in two', `x${'💧'.repeat(60)}`, `x${'💧'.repeat(29)}…`],
  ])('gives %s', (_, text, expected) => {
    expect(excerpt(text, { start: 0, end: text.length })).toBe(expected);
  });
});
