import { describe, expect, it } from 'vitest';
import { fullerPhrase } from './fuller-phrase.ts';

function fuller(text: string, phrase: string): string {
  const start = text.lastIndexOf(phrase);
  const span = fullerPhrase(text, { start, end: start + phrase.length });
  return text.slice(span.start, span.end);
}

describe('fullerPhrase', () => {
  it.each([
    [
      'the first name of an owner',
      'They called Mara Lind’s office. Then Lind’s office rang.',
      'Lind’s office',
      'Mara Lind’s office',
    ],
    [
      'with an initial',
      'They called Mara J. Lind’s office. Then Lind’s office rang.',
      'Lind’s office',
      'Mara J. Lind’s office',
    ],
    [
      'behind emoji',
      '🚧 They called Mara Lind’s office. Then Lind’s office rang.',
      'Lind’s office',
      'Mara Lind’s office',
    ],
    [
      'what kind of poll it is',
      'A Mirror/Kalden opinion poll came. The Mirror/Kalden poll said so.',
      'Mirror/Kalden poll',
      'Mirror/Kalden opinion poll',
    ],
  ])('finds %s', (_, text, phrase, expected) => {
    expect(fuller(text, phrase)).toBe(expected);
  });

  it.each([
    ['a title', 'They called Senator Lind’s office.', 'Lind’s office'],
    ['the word that opens a sentence', 'It rang. Yesterday Lind’s office rang.', 'Lind’s office'],
    ['another’s phrase', 'They called Mara Keel’s office. Then Lind’s office rang.', 'Lind’s office'],
    ['another poll', 'A Mirror study and a poll came. The Mirror poll said so.', 'Mirror poll'],
    ['a phrase of another kind', 'The old panel met the panel.', 'the panel'],
  ])('keeps the phrase where what stands before it is %s', (_, text, phrase) => {
    expect(fuller(text, phrase)).toBe(phrase);
  });

  it.each(['A’s b ', 'Aa poll ', 'Aa ', 'Aa’s ', ' '])('stands a text of nothing but %j', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    const started = performance.now();
    fullerPhrase(text, { start: 0, end: unit.trimEnd().length });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
