import { describe, expect, it } from 'vitest';
import type { ComparedSpeaker, RecordedReport } from '../../api/index.ts';
import { differencesOf, namesOf } from './differences.ts';

type Values = readonly string[];

const treatment = (quotation: Values, stance: Values, distance: Values) => {
  const counts = (values: Values) => values.map((value) => ({ value, count: 1 }));
  return { statements: ['s'], quotation: counts(quotation), stance: counts(stance), distance: counts(distance) };
};
const speaker = (treatments: ComparedSpeaker['treatments'], contrasts: ComparedSpeaker['contrasts']) =>
  ({ name: 'Ana Okonjo', sourceType: 'person', treatments, contrasts }) satisfies ComparedSpeaker;
const quoted = treatment(['direct', 'indirect'], ['asserts', 'accuses'], ['neutral']);
const told = treatment(['indirect'], ['asserts'], ['distancing']);

const words = (...args: Parameters<typeof differencesOf>): string[] => differencesOf(...args).map((one) => one.words);

describe('differences over a speaker', () => {
  it('say which report leaves it out', () => {
    expect(words(speaker([quoted, null], ['presence']), ['A', 'B'])).toEqual(['not in B']);
    expect(words(speaker([null, quoted, null], ['presence']), ['A', 'B', 'C'])).toEqual(['only in B']);
    expect(words(speaker([quoted, told, null], ['presence']), ['A', 'B', 'C'])).toEqual(['not in C']);
  });

  it('say who is quoted where, and where only told of', () => {
    expect(words(speaker([told, quoted, told], ['quotation']), ['A', 'B', 'C'])).toEqual([
      'quoted in B; in A, C in the report’s words alone',
    ]);
  });

  it('set stances and distances beside each other, without a report that does not have the speaker', () => {
    expect(words(speaker([quoted, null, told], ['stance', 'distance']), ['A', 'B', 'C'])).toEqual([
      'A: asserts, accuses · C: asserts',
      'A: neutral · C: at arm’s length',
    ]);
  });
});

describe('names of the reports compared', () => {
  const report = (publisher: string | null, date: string | null, title: string | null) =>
    ({ id: title, publisher, date, title, url: null, sha256: 'abcdef012345' }) as RecordedReport;

  it.each([
    ['outlets', [report('A', '2026-03-04', 'x'), report('B', '2026-03-04', 'x')], ['A', 'B']],
    ['titles where there is no outlet', [report(null, null, 'x'), report('B', null, 'y')], ['x', 'B']],
    ['titles of one outlet and day', [report('A', null, 'x'), report('A', null, 'y')], ['A: x', 'A: y']],
    ['numbers at the last', [report('A', null, 'x'), report('A', null, 'x')], ['1: x', '2: x']],
  ])('are %s', (_, reports, names) => {
    expect(namesOf(reports)).toEqual(names);
  });

  it('have the day where an outlet has two', () => {
    const [first, second] = namesOf([report('A', '2026-03-04', 'x'), report('A', '2026-03-06', 'x')]);
    expect([first, second].every((name) => name!.startsWith('A, ')) && first !== second).toBe(true);
  });
});
