import { describe, expect, it } from 'vitest';
import { nameCore } from './name-core.ts';

function core(mention: string, isPerson = true): string | null {
  const span = nameCore(mention, isPerson);
  return span && mention.slice(span.start, span.end);
}

describe('nameCore', () => {
  it.each([
    ['Mara Lind', 'Mara Lind'],
    ['Ms. Lind', 'Lind'],
    ['Harbour Party chief Mara Lind, who resigned', 'Mara Lind'],
    ['White House Press Secretary Josh Varga', 'Josh Varga'],
    ['Prime Minister Theo van der Berg', 'Theo van der Berg'],
    ['Mayor Bill de Roo', 'Bill de Roo'],
    ['De Roo', 'De Roo'],
    ['panel Chairman Rep. Jonas Keel (R-Vale)', 'Jonas Keel'],
    ['Secretary of State Dana Pell', 'Dana Pell'],
    ['Attorney General Dana Pell', 'Dana Pell'],
    ['Speaker of the House Jonas Keel', 'Jonas Keel'],
    ['An attorney for the city, Mara Lind,', 'Mara Lind'],
    ['Daily Mirror’s Dana Pell', 'Dana Pell'],
    ["Dana Pell's", 'Dana Pell'],
    ['Conservative Jonas Keel', 'Jonas Keel'],
    ['President Pell and Mara Lind', 'Pell and Mara Lind'],
    ['Jonas Keel of the Harbour Party', 'Jonas Keel'],
    ['Jonas O’Keel', 'Jonas O’Keel'],
    ['Robert Keel Jr.', 'Robert Keel Jr.'],
    ['Senate Majority Leader Jonas Keel, R-Va.,', 'Jonas Keel'],
    ['Harbour Mirror contributor and tide historian Jonas Keel', 'Jonas Keel'],
    ['Vice President and Managing Editor Mara Lind', 'Mara Lind'],
    ['Filmmaker Mara Lind', 'Mara Lind'],
    ['Varoan-born Mara Lind', 'Mara Lind'],
    ['his wife, Mara,', 'Mara'],
    ['Two harbour pilots, Mara Lind and Jonas Keel', 'Mara Lind and Jonas Keel'],
    ['Marine Jonas “Red” Keel', 'Marine Jonas “Red” Keel'],
  ])('leaves titles and descriptions out: %s', (mention, name) => expect(core(mention)).toBe(name));

  it.each([
    ['The Harbour Commission', 'Harbour Commission'],
    ['the Council on Foreign Relations', 'Council on Foreign Relations'],
    ['the U.S. Department of State', 'U.S. Department of State'],
    ['the Ministry of Health and Welfare', 'Ministry of Health and Welfare'],
    ['the Times of Varo', 'Times of Varo'],
    ['AT&T', 'AT&T'],
  ])('keeps the whole name of a body: %s', (mention, name) => expect(core(mention, false)).toBe(name));

  it.each([
    'the chief of the Harbour Commission',
    'a senior official',
    'critics',
    'Senator from Varo',
    'Nine towns led by Varo',
    'The latest Varo Mirror poll released Friday',
    'residents of Varo',
    '',
    '()',
  ])('finds no name at the head of: %s', (mention) => expect(core(mention)).toBe(null));
});
