import { AccordingError } from '../../errors.ts';
import type {
  ComparedSpeaker,
  Comparison,
  Contrast,
  Count,
  ReportReading,
  ReportStatement,
  TreatmentOfSpeaker,
} from '../../record/index.ts';
import type { Store } from '../dialect/store.ts';
import { matchSpeakers } from './match-speakers.ts';
import { readReport } from './report-reading.ts';

/** Stances that set a speaker against somebody: a report that leaves them out tells another story. */
const contesting: ReadonlySet<string> = new Set(['denies', 'doubts', 'accuses', 'refuses']);

/**
 * Puts the speakers of two or three reports side by side, in their newest versions and readings.
 *
 * @throws {AccordingError} `query-invalid`
 */
export async function compareReports(store: Store, reportIds: readonly string[]): Promise<Comparison> {
  const ids = [...new Set(reportIds)];
  if (ids.length !== reportIds.length || ids.length < 2 || ids.length > 3)
    throw new AccordingError('query-invalid', `Expected two or three different reports, got ${ids.length} of ${reportIds.length}`); // prettier-ignore
  const readings = await Promise.all(ids.map((id) => readReport(store, id, {})));
  readings.forEach((reading, index) => {
    if (reading === null)
      throw new AccordingError('query-invalid', `Expected a report of the ledger, got “${ids[index]!.slice(0, 80)}”`);
  });
  const found = readings.map((reading) => speakersOf(reading!));
  const speakers = matchSpeakers(found).map((row): ComparedSpeaker => {
    const same = row.map((place, report) => (place === null ? null : found[report]![place]!));
    const present = same.filter((speaker) => speaker !== null);
    return {
      name: present.map(({ name }) => name).reduce((best, name) => (name.length > best.length ? name : best)),
      sourceType: present[0]!.sourceType,
      treatments: same.map((speaker) => speaker?.treatment ?? null),
      contrasts: contrastsOf(same.map((speaker) => speaker?.treatment ?? null)),
    };
  });
  return {
    reports: readings.map((reading) => reading!.report),
    speakers: speakers.sort(
      (a, b) => b.contrasts.length - a.contrasts.length || statementsOf(b) - statementsOf(a) || (a.name < b.name ? -1 : 1), // prettier-ignore
    ),
  };
}

interface FoundSpeaker {
  readonly name: string;
  readonly sourceType: string;
  readonly treatment: TreatmentOfSpeaker;
}

/** In the order in which they first speak; statements of nobody are none's. */
function speakersOf({ statements }: ReportReading): FoundSpeaker[] {
  const named = Map.groupBy(statements, ({ entity, speaker }) => entity?.name ?? speaker ?? '');
  named.delete('');
  return Array.from(named, ([name, own]) => ({
    name,
    sourceType: count(own, 'sourceType')[0]!.value,
    treatment: {
      statements: own.map(({ id }) => id),
      quotation: count(own, 'quotation'),
      stance: count(own, 'stance'),
      distance: count(own, 'distance'),
    },
  }));
}

/** The commonest value first. */
function count(
  statements: readonly ReportStatement[],
  name: 'sourceType' | 'quotation' | 'stance' | 'distance',
): Count[] {
  const counts = Map.groupBy(statements, (statement) => statement[name]);
  return Array.from(counts, ([value, same]) => ({ value, count: same.length })).sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}

/**
 * How reports differ over one speaker: one does not have it; gives none of its own words, where another quotes it; has it
 * contest something, where another has not, or has it do nothing that another has; takes a distance that another does not.
 */
function contrastsOf(treatments: readonly (TreatmentOfSpeaker | null)[]): Contrast[] {
  const present = treatments.filter((treatment) => treatment !== null);
  const values = (name: 'quotation' | 'stance' | 'distance'): Set<string>[] =>
    present.map((treatment) => new Set(treatment[name].map(({ value }) => value)));
  const stances = values('stance');
  const differs = (sets: readonly ReadonlySet<string>[]): boolean =>
    sets.some((set) => [...set].some((value) => sets.some((other) => !other.has(value))));
  const contrasts: Contrast[] = [];
  if (present.length < treatments.length) contrasts.push('presence');
  const quoted = values('quotation').map((forms) => forms.has('direct') || forms.has('mixed'));
  if (new Set(quoted).size > 1) contrasts.push('quotation');
  const contested = stances.map((set) => new Set([...set].filter((stance) => contesting.has(stance))));
  const strange = stances.some((set) => stances.some((other) => set.isDisjointFrom(other)));
  if (differs(contested) || strange) contrasts.push('stance');
  if (differs(values('distance').map((set) => new Set([...set].filter((distance) => distance !== 'neutral')))))
    contrasts.push('distance');
  return contrasts;
}

function statementsOf({ treatments }: ComparedSpeaker): number {
  return treatments.reduce((sum, treatment) => sum + (treatment?.statements.length ?? 0), 0);
}
