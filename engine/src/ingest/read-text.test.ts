import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('readText', () => {
  it.each([
    ['Windows line ends', 'It leaked.\r\nNobody knew.\r\n'],
    ['white space at both ends', '\n\n  It leaked. \t\n'],
    ['emoji, combining marks, right-to-left text', '🚧 cafe\u0301 مرحبا'],
    ['half of an emoji', 'It leaked \ud83d.'],
  ])('keeps the text to the last character: %s', (_, text) => {
    expect(readText(text).text).toBe(text);
  });

  it('has dateline and diagnostics point into the text', () => {
    const text = '🚧 تأخر\r\n\r\nPORT VARDO (Meridian) — “The tunnel 👷🏽‍♀️ leaked, the minister said.\r\n';
    const { dateline, diagnostics } = readText(text);
    expect(text.slice(dateline!.agency!.start, dateline!.agency!.end)).toBe('Meridian');
    expect(diagnostics).toHaveLength(1);
    expect(text.slice(diagnostics[0]!.span!.start, diagnostics[0]!.span!.end)).toBe(
      '“The tunnel 👷🏽‍♀️ leaked, the minister said.',
    );
  });

  it('puts the diagnostics that it is given before its own', () => {
    const given = { code: 'charset-guessed', message: 'x', span: null } as const;
    expect(readText('12', { diagnostics: [given] }).diagnostics.map(({ code }) => code)).toEqual([
      'charset-guessed',
      'no-letters',
    ]);
  });
});
