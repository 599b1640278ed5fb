import { describe, expect, it } from 'vitest';
import { isAdjectiveOf, isCapitalOf, stateNamed } from './states.ts';

describe('stateNamed', () => {
  it.each([
    ['China', 'china'],
    ['the United States', 'united states'],
    ['THE NETHERLANDS', 'netherlands'],
    ['U.S.', 'united states'],
    ['the U.S', 'united states'],
    ['US', 'united states'],
    ['America', 'united states'],
    ['UK', 'britain'],
    ['Burma', 'myanmar'],
    ['South Korea', 'south korea'],
    ['Zimbabwe', 'zimbabwe'],
    ['Afghanistan', 'afghanistan'],
  ])('knows %s', (name, state) => {
    expect(stateNamed(name)?.name).toBe(state);
  });

  it.each(['Varo', 'Korea', 'The Hague', 'Beijing', 'the', '', ' China', 'constructor', '__proto__'])(
    'knows no state %j',
    (name) => {
      expect(stateNamed(name)).toBeNull();
    },
  );

  it.each(['China', 'Yemen', 'Vatican', 'Ivory Coast'])('gives %s an adjective and a capital', (name) => {
    const { adjective, capital } = stateNamed(name)!;
    expect([adjective, capital].join('|')).toMatch(/^[a-z' -]+\|[a-z' -]+$/u);
  });
});

describe('isAdjectiveOf', () => {
  it.each([
    ['Chinese', 'china'],
    ['American', 'u.s.'],
    ['british', 'uk'],
    ['Dutch', 'the netherlands'],
    ['Tembean', 'tembe'],
    ['Varoan', 'varo'],
    ['Kaldenese', 'kalden'],
    ['Ostrian', 'ostria'],
    ['Marrish', 'marra'],
  ])('takes %s for that of %s', (adjective, place) => {
    expect(isAdjectiveOf(adjective, place)).toBe(true);
  });

  it.each([
    ['Japanese', 'china'],
    ['Chinan', 'china'],
    ['Tembe', 'tembe'],
    ['Kaldenese', 'varo'],
    ['Indian', 'indianapolis'],
    ['Odan', 'oda'],
    ['', 'varo'],
    ['Varoan', ''],
  ])('takes %j for none of %j', (adjective, place) => {
    expect(isAdjectiveOf(adjective, place)).toBe(false);
  });
});

describe('isCapitalOf', () => {
  it.each([
    ['beijing', 'china', true],
    ['washington', 'the u.s.', true],
    ['london', 'uk', true],
    ['london', 'united kingdom', true],
    ['the hague', 'netherlands', true],
    ['shanghai', 'china', false],
    ['varo', 'tembe', false],
  ])('tells whether %s governs %s', (city, place, expected) => {
    expect(isCapitalOf(city, place)).toBe(expected);
  });
});

it.each(['the ', 'an', 'i', 'n', 'ese', ' '])('a name of nothing but %j is looked up', (unit) => {
  const name = unit.repeat(300_000 / unit.length);
  const started = performance.now();
  expect([stateNamed(name), isAdjectiveOf(name, 'varo'), isCapitalOf(name, name)]).toEqual([null, false, false]);
  expect(performance.now() - started).toBeLessThan(20_000);
});
