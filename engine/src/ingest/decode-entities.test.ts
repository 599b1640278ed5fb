import { describe, expect, it } from 'vitest';
import { decodeEntities } from './decode-entities.ts';

describe('decodeEntities', () => {
  it.each([
    ['names', '&ldquo;R&amp;D&rdquo; &mdash; &lt;b&gt;', '“R&D” — <b>'],
    ['decimal numbers', 'Minister&#039;s &#8216;leak&#8217;', "Minister's ‘leak’"],
    ['hexadecimal numbers, beyond 16 bits too', '&#x1F6A7;&#X2019;', '🚧’'],
    ['names that it does not know', 'R&foobar; &copy', 'R&foobar; &copy'],
    ['numbers of no character', '&#0; &#x110000; &#9999999;', '&#0; &#x110000; &#9999999;'],
    ['once and no more', '&amp;quot;', '&quot;'],
    ['signs that stand for themselves', 'R&D; 🚧 & مرحبا', 'R&D; 🚧 & مرحبا'],
  ])('turns entities into characters: %s', (_, text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});
