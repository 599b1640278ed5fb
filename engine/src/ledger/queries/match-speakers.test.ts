import { describe, expect, it } from 'vitest';
import { matchSpeakers, type SpeakerOfReport } from './match-speakers.ts';

const person = (name: string): SpeakerOfReport => ({ name, sourceType: 'person' });
const group = (name: string): SpeakerOfReport => ({ name, sourceType: 'group' });
const unnamed = (name: string): SpeakerOfReport => ({ name, sourceType: 'unnamed' });
const state = (name: string): SpeakerOfReport => ({ name, sourceType: 'government' });

/** Rows as the names that the reports use, `–` where one has nobody. */
function matched(...reports: SpeakerOfReport[][]): string[] {
  return matchSpeakers(reports).map((row) =>
    row.map((place, report) => (place === null ? '–' : reports[report]![place]!.name)).join(' | '),
  );
}

describe('matchSpeakers', () => {
  it.each([
    ['a name that both have', [[person('Ilse Bracht')], [person('Ilse Bracht')]], ['Ilse Bracht | Ilse Bracht']],
    ['a last name and the full one', [[person('Bracht')], [person('Ilse Bracht')]], ['Bracht | Ilse Bracht']],
    ['a last name with a particle before it', [[person('Anna van Dijk')], [person('Dijk')]], ['Anna van Dijk | Dijk']],
    ['three reports, two of them short', [[person('Bracht')], [person('Ilse Bracht')], [person('Bracht')]], ['Bracht | Ilse Bracht | Bracht']], // prettier-ignore
    ['a last name that no report has in full', [[person('Bracht')], [person('Bracht')]], ['Bracht | Bracht']],
    ['a class of people by the same words', [[group('critics')], [group('critics')]], ['critics | critics']],
    ['bodies by the same name', [[state('The Ministry')], [state('The Ministry')]], ['The Ministry | The Ministry']],
  ])('takes for one: %s', (_, reports, rows) => {
    expect(matched(...reports)).toEqual(rows);
  });

  it.each([
    ['two full names with one last name', [[person('Ilse Bracht')], [person('Jonas Bracht')]]],
    ['a last name that two in the other report have', [[person('Bracht')], [person('Ilse Bracht'), person('Jonas Bracht')]]], // prettier-ignore
    ['a last name that means another in a third report', [[person('Bracht')], [person('Ilse Bracht')], [person('Jonas Bracht')]]], // prettier-ignore
    ['a last name in a report that has the full one too', [[person('Bracht'), person('Ilse Bracht')], [person('Bracht')]], ['Bracht | –', 'Ilse Bracht | –', '– | Bracht']], // prettier-ignore
    ['a first name', [[person('Ilse')], [person('Ilse Bracht')]]],
    ['a part of a last name', [[person('Bracht')], [person('Ilse Albracht')]]],
    ['names that differ by an accent', [[person('Ana Ruíz')], [person('Ana Ruiz')]]],
    ['a name of two kinds', [[person('Tarn')], [state('Tarn')]]],
    ['a last name that is a body in the other report', [[person('Tarn')], [person('Ilse Tarn'), state('Tarn')]]],
    ['who is kept nameless in the same words', [[unnamed('an aide')], [unnamed('an aide')]]],
    ['the last word of a body', [[state('Ministry')], [state('Harbour Ministry')]]],
    ['the last word of a description', [[group('critics')], [group('many critics')]]],
  ])('keeps apart: %s', (_, reports, rows: string[] | null = null) => {
    const found = matched(...reports);
    if (rows !== null) expect(found).toEqual(rows);
    else expect(found).toHaveLength(reports.flat().length);
  });
});
