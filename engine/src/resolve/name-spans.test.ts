import { describe, expect, it } from 'vitest';
import { nameSpans } from './name-spans.ts';

function spans(text: string): string[] {
  return nameSpans(text).map(({ start, end }) => text.slice(start, end));
}

/** Small letters enough that no line looks like a headline. */
const quietly = ' while others waited quietly beside the water without saying anything at all.';

describe('nameSpans', () => {
  it.each([
    ['a run of capitals', 'Today Mara Lind left', ['Mara Lind']],
    ['small words within it', 'Then came the Council of the Old Bridge', ['Council of the Old Bridge']],
    ['no possessive mark', 'Then Mara Lind’s car left', ['Mara Lind']],
    ['nothing beyond a sentence', 'Then came Mara Lind. And Jonas Keel left', ['Mara Lind']],
    ['a name with initials', 'Then Mara J. Lind left', ['Mara J. Lind']],
    ['two joined by “and” apart', 'Then Mara Lind and Jonas Keel left', ['Mara Lind', 'Jonas Keel']],
    ['a body joined by “and” as one', 'Then came the Ports and Trade Ministry', ['Ports and Trade Ministry']],
    ['a first name that opens a sentence', 'Mara Lind left', ['Mara Lind']],
    [
      'a name behind a long title',
      'Then Harbour Board Inspector General Mara Lind left',
      ['Harbour Board Inspector General Mara Lind', 'Mara Lind'],
    ],
    ['a name with a nickname', 'Then Jonas “Red” Keel left', ['Jonas “Red” Keel']],
    ['not the common word that opens a sentence', 'Mayor Mara Lind left', ['Mara Lind']],
    ['no word alone', 'Then others saw Varo', []],
    ['a government', 'Then the Varoan government met', ['the Varoan government']],
    ['the authorities', 'Then some authorities met', ['authorities']],
    ['pronouns', 'Then he said she would, and I heard they did', ['he', 'she', 'I', 'they']],
    ['no pronoun within a word', 'Then the rain hit them', []],
  ])('finds %s', (_, text, expected) => {
    expect(spans(text + quietly)).toEqual(expected);
  });

  it('finds no names in a headline in title case', () => {
    expect(spans(`Mayor Rejects Bridge Claims\n\nToday Mara Lind left${quietly}`)).toEqual(['Mara Lind']);
  });

  it('gives them in order, behind emoji and combining marks', () => {
    expect(spans(`🚧 Today he met Re\u0301ne Lind, and she slept${quietly}`)).toEqual(['he', 'Re\u0301ne Lind', 'she']);
  });

  it.each(['A', 'A ', 'Aa ', 'Aa Bb. ', 'he ', 'I ', '“', '"', "A'", 'of ', 'Aa and ', '. ', '\n', ' '])(
    'stands a text of nothing but %j',
    (unit) => {
      const started = performance.now();
      nameSpans(unit.repeat(300_000 / unit.length));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
