import { describe, expect, it } from 'vitest';
import { seriesOf } from './series.ts';
import { stackOf, stepFrom } from './stack.ts';

const rows = [
  { group: 'Courier', value: 'denies', count: 1 },
  { group: 'Courier', value: 'asserts', count: 3 },
  { group: 'Herald', value: 'asserts', count: 2 },
  { group: 'Lantern', value: 'asserts', count: 0 },
];
const series = seriesOf(
  'stance',
  rows.map(({ value }) => value),
);

describe('bars', () => {
  it('have their parts end to end, in one order for all of them', () => {
    const [courier] = stackOf(rows, series, 'count');
    expect(courier!.parts.map(({ series: { value }, from, to }) => [value, from, to])).toEqual([
      ['asserts', 0, 3],
      ['denies', 3, 4],
    ]);
  });

  it('are all of one length where shares are compared, and still tell how many', () => {
    const stacks = stackOf(rows, series, 'share');
    expect(stacks.map(({ total, parts }) => [total, parts.at(-1)!.to])).toEqual([
      [4, 1],
      [2, 1],
    ]);
    expect(stacks[0]!.parts[0]).toMatchObject({ count: 3, share: 0.75 });
  });

  it('are left out where they count nothing', () => {
    expect(stackOf(rows, series, 'count').map(({ group }) => group)).toEqual(['Courier', 'Herald']);
  });

  it('add up what comes twice for one value', () => {
    expect(stackOf([...rows, rows[0]!], series, 'count')[0]!.total).toBe(5);
  });
});

describe('series', () => {
  it('stand in their order, and what is newer than these pages comes last under its own name', () => {
    const found = seriesOf('stance', ['shouts', 'denies', 'asserts', 'denies']);
    expect(found.map(({ value }) => value)).toEqual(['asserts', 'denies', 'shouts']);
    expect(found[2]!.label).toBe('shouts');
  });

  it('of one field never look the same', () => {
    for (const [field, values] of [
      [
        'sourceType',
        ['person', 'organisation', 'government', 'media', 'document', 'group', 'unnamed', 'author', 'none'],
      ],
      ['stance', ['asserts', 'denies', 'doubts', 'accuses', 'believes', 'intends', 'directs', 'asks', 'refuses']],
      ['quotation', ['direct', 'mixed', 'indirect']],
    ] as const)
      expect(new Set(seriesOf(field, values).map(({ fill }) => fill)).size).toBe(values.length);
  });
});

describe('a key', () => {
  const stacks = stackOf(rows, series, 'count');
  it.each([
    ['next', 0, 1],
    ['next', 2, 2],
    ['previous', 0, 0],
    ['group-after', 0, 2],
    ['group-before', 2, 0],
    ['group-after', 2, 2],
    ['last', 0, 2],
    ['first', 2, 0],
  ] as const)('%s leads from part %i to part %i', (move, at, to) => {
    expect(stepFrom(stacks, at, move)).toBe(to);
  });

  it('leads to a bar’s first part where it has none of the same value', () => {
    expect(stepFrom(stacks, 1, 'group-after')).toBe(2);
  });
});
