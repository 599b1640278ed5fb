import type { ComparedSpeaker, Contrast, RecordedReport } from '../../api/index.ts';
import { dayOf, labelOf, titleOf } from '../../words/index.ts';

/** One way in which reports treat a speaker differently, in words. */
export interface Difference {
  readonly contrast: Contrast;
  readonly words: string;
}

/** Short names by which the reports can be told apart: the outlet's where that will do. */
export function namesOf(reports: readonly RecordedReport[]): string[] {
  const ways: ((report: RecordedReport) => string)[] = [
    (report) => report.publisher ?? titleOf(report),
    (report) => [report.publisher ?? titleOf(report), dayOf(report.date)].join(', '),
    (report) => [report.publisher, titleOf(report)].filter((part) => part !== null).join(': '),
  ];
  for (const way of ways) {
    const names = reports.map(way);
    if (new Set(names).size === reports.length) return names;
  }
  return reports.map((report, index) => `${index + 1}: ${titleOf(report)}`);
}

/** What differs over a speaker, and in which report it is how. */
export function differencesOf({ treatments, contrasts }: ComparedSpeaker, names: readonly string[]): Difference[] {
  const where = treatments.flatMap((treatment, index) =>
    treatment === null ? [] : [{ name: names[index]!, treatment }],
  );
  const labels = (field: 'stance' | 'distance'): string =>
    where
      .map(({ name, treatment }) => {
        const said = treatment[field].map(({ value }) => labelOf(field, value).label);
        return `${name}: ${said.join(', ')}`;
      })
      .join(' · ');
  const inWords: Readonly<Record<Contrast, () => string>> = {
    presence: () => {
      const missing = names.filter((_, index) => treatments[index] === null);
      return where.length === 1 && names.length > 2 ? `only in ${where[0]!.name}` : `not in ${missing.join(', ')}`;
    },
    quotation: () => {
      const isQuoted = ({ treatment }: (typeof where)[number]): boolean =>
        treatment.quotation.some(({ value }) => value === 'direct' || value === 'mixed');
      const name = ({ name }: (typeof where)[number]): string => name;
      const quoted = where.filter(isQuoted).map(name).join(', ');
      const told = where.filter((one) => !isQuoted(one)).map(name);
      return `quoted in ${quoted}; in ${told.join(', ')} in the report’s words alone`;
    },
    stance: () => labels('stance'),
    distance: () => labels('distance'),
  };
  return contrasts.map((contrast) => ({ contrast, words: inWords[contrast]() }));
}
