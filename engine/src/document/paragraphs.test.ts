import { describe, expect, it } from 'vitest';
import { paragraphSpans } from './paragraphs.ts';

describe('paragraphSpans', () => {
  it.each([
    ['blank lines between', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['one line end', 'One.\nTwo.', ['One.', 'Two.']],
    ['Windows line ends', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
    ['old Macintosh line ends', 'One.\rTwo.', ['One.', 'Two.']],
    ['Unicode line and paragraph separators', 'One.\u2028Two.\u2029Three.', ['One.', 'Two.', 'Three.']],
    ['white space at both ends', ' \t One. \u00a0\n\u3000Two.\u3000', ['One.', 'Two.']],
    ['byte-order mark in front', '\ufeffOne.', ['One.']],
    ['emoji, combining marks and right-to-left text', ' 👩🏽‍🚒 e\u0301\n مرحبا \n', ['👩🏽‍🚒 e\u0301', 'مرحبا']],
    ['white space alone', ' \n\t\r\n ', []],
    ['nothing', '', []],
  ])('gives lines without the white space around them: %s', (_, text, expected) => {
    expect(paragraphSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('keeps places where a line repeats its own beginning', () => {
    expect(paragraphSpans('  a a\n a')).toEqual([
      { start: 2, end: 5 },
      { start: 7, end: 8 },
    ]);
  });
});
