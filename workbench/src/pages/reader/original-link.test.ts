import { describe, expect, it } from 'vitest';
import { linkToWords, webAddress } from './original-link.ts';

describe('a link to the original page', () => {
  it.each(['javascript:alert(1)', 'JAVASCRIPT://%0aalert(1)', '/etc/passwd', 'data:text/html,x', 'https://', '', null])(
    'is not made of %s',
    (url) => expect(webAddress(url)).toBeNull(),
  );

  it('goes to a page on the web', () => {
    expect(webAddress('HTTPS://Courier.example/a b')).toBe('https://courier.example/a%20b');
  });

  it('leads to the words themselves, by their beginning and end where they are many', () => {
    expect(linkToWords('https://courier.example/a', 'a two-day halt')).toBe(
      'https://courier.example/a#:~:text=a%20two%2Dday%20halt',
    );
    expect(
      linkToWords(
        'https://courier.example/a#top',
        'one two three four five six seven eight nine ten eleven twelve thirteen',
      ),
    ).toBe(
      'https://courier.example/a#top:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen',
    );
  });

  it('goes to the page alone where there are no words', () => {
    expect(linkToWords('https://courier.example/a', ' ')).toBe('https://courier.example/a');
  });
});
