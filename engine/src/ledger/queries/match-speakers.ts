/** Who speaks in a report: a name and the kind of source it mostly is. */
export interface SpeakerOfReport {
  readonly name: string;
  readonly sourceType: string;
}

/** Where a speaker stands in each report; null where it does not. */
export type SpeakerRow = readonly (number | null)[];

/** Reports cut the names of persons down to their last word. */
const person = 'person';

/** Of two reports, “a senior official” need not be the same one, nor is “I”. */
const apart: ReadonlySet<string> = new Set(['unnamed', 'author']);

/**
 * Finds out which speakers of several reports are the same. They are where their names are the same to the letter and of
 * the same kind; and where a person is called by the last word of a name alone in one report, and by a longer name in
 * others, if it can be nobody else in any of them. All others stay apart: to take two for one would put words into a mouth.
 *
 * @param reports - the speakers of each report, each name once
 */
export function matchSpeakers(reports: readonly (readonly SpeakerOfReport[])[]): SpeakerRow[] {
  const rows = new Map<string, (number | null)[]>();
  const longNames = longNamesOf(reports);
  reports.forEach((speakers, report) => {
    speakers.forEach((speaker, place) => {
      const name = fullName(speaker, longNames, reports);
      const isApart = name === null || apart.has(speaker.sourceType);
      const key = JSON.stringify([speaker.sourceType, ...(isApart ? [speaker.name, report] : [name])]);
      const row = rows.get(key) ?? reports.map(() => null);
      row[report] = place;
      rows.set(key, row);
    });
  });
  return [...rows.values()];
}

/** By its last word, the names of persons that have more. */
function longNamesOf(reports: readonly (readonly SpeakerOfReport[])[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, sourceType } of reports.flat()) {
    const last = lastWord(name);
    if (sourceType !== person || last === name) continue;
    const known = names.get(last);
    if (known === undefined) names.set(last, new Set([name]));
    else known.add(name);
  }
  return names;
}

/** What a speaker is called in full; null where its name alone may mean one or another. */
function fullName(
  { name, sourceType }: SpeakerOfReport,
  longNames: ReadonlyMap<string, ReadonlySet<string>>,
  reports: readonly (readonly SpeakerOfReport[])[],
): string | null {
  const [long, ...others] = (sourceType === person ? longNames.get(name) : undefined) ?? [];
  if (long === undefined) return name;
  if (others.length > 0) return null;
  for (const speakers of reports) {
    const same = speakers.filter((speaker) => speaker.name === name);
    // A body of this name, or a report that tells the two names apart.
    if (same.some((speaker) => speaker.sourceType !== person)) return null;
    if (same.length > 0 && speakers.some((speaker) => speaker.name === long)) return null;
  }
  return long;
}

function lastWord(name: string): string {
  return /\S+$/u.exec(name.slice(-200))?.[0] ?? name;
}
