import { describe, expect, it } from 'vitest';
import { isByline } from './byline.ts';

const authors = ['Ana Okonjo', 'Piotr Lund'];

describe('isByline', () => {
  it.each([
    ['name alone', 'Ana Okonjo', authors],
    ['“By”', 'By Ana Okonjo', authors],
    ['upper case', 'BY ANA OKONJO', authors],
    ['two names', 'By Ana Okonjo and Piotr Lund', authors],
    ['two names with signs', 'Ana Okonjo | Piotr Lund', authors],
    ['post', 'By Ana Okonjo, Transport correspondent', authors],
    ['place', 'By Ana Okonjo in Port Vardo', authors],
    ['date', 'Ana Okonjo · March 3, 2026', authors],
    ['names that nobody told us', 'By Ruth Obi', []],
    ['several names that nobody told us', 'By Minh Castellan, Ruth Obi and Lena Vasquez-Hoy', []],
    ['one name within another', 'By Ana Okonjo and Ana Okonjo-Reel', ['Ana Okonjo', 'Ana Okonjo-Reel']],
    ['combining marks', 'By Rene\u0301 Obi', []],
  ])('tells a byline: %s', (_, paragraph, names) => {
    expect(isByline(paragraph, names)).toBe(true);
  });

  it.each([
    ['sentence about an author', 'Ana Okonjo said that the tunnel leaked.', authors],
    ['sentence with “by”', 'By Ana Okonjo’s count, 14 cracks were found.', authors],
    ['sentence that begins with “By”', 'By Monday the tunnel had been closed.', authors],
    ['subheading', 'By The Numbers', []],
    ['subheading of one name', 'By Land', []],
    ['other name', 'Ruth Obi', authors],
    ['quotation', '“It leaked,” said Ana Okonjo', authors],
    ['nothing', '', authors],
  ])('keeps what is none: %s', (_, paragraph, names) => {
    expect(isByline(paragraph, names)).toBe(false);
  });
});
