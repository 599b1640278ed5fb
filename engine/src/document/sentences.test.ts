import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from './sentences.ts';

function sentences(text: string): string[] {
  return sentenceSpans(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('sentenceSpans', () => {
  it.each([
    ['full stops', 'It leaked. Rao left.', ['It leaked.', 'Rao left.']],
    ['questions and exclamations', 'Who left? Rao! Why?!', ['Who left?', 'Rao!', 'Why?!']],
    ['no stop at the end', 'It leaked. Rao left', ['It leaked.', 'Rao left']],
    ['a number behind the stop', 'It leaked. 40 people left.', ['It leaked.', '40 people left.']],
    ['a name in small letters', 'It leaked. iPhone sales rose.', ['It leaked.', 'iPhone sales rose.']],
    ['a stop in brackets', '(It leaked.) Rao left.', ['(It leaked.)', 'Rao left.']],
    ['a bracket before the stop', 'It leaked (badly). Rao left.', ['It leaked (badly).', 'Rao left.']],
    ['lost spaces', 'It leaked again.Rao left the port.', ['It leaked again.', 'Rao left the port.']],
    ['lost spaces behind a quotation', '“It leaked.”Rao left.', ['“It leaked.”', 'Rao left.']],
    ['other scripts', 'تسرب الماء. وصل راو.', ['تسرب الماء.', 'وصل راو.']],
    ['full-width stops', '漏水了。他走了。', ['漏水了。', '他走了。']],
    ['a line wrapped in the middle', 'It leaked\nagain. Rao left.', ['It leaked\nagain.', 'Rao left.']],
    ['nothing', '', []],
    ['white space', ' \t ', []],
    ['stops alone', '...', ['...']],
  ])('parts sentences: %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ['titles', 'Mr. Rao met Ms. Lund, Dr. Ek and the Rev. Ida Moe.'],
    ['titles of office', 'Sen. Rao and Reps. Lund and Ek met Gov. Moe and Lt. Gov. Dahl.'],
    ['ranks', 'Gen. Rao, Capt. Lund and Sgt. Ek left.'],
    ['initials', 'J. K. Rao and George W. Lund met A.B. Ek.'],
    ['countries', 'The U.S. Senate, the U.K. Treasury and the U.N. Security Council met.'],
    ['party and state', 'Rep. Ana Rao (D-N.H.) and Sen. Piet Lund (R-Wis.) voted.'],
    ['towns of states', 'Rao, of Vardo, N.Y., and Lund, of Ostby, Calif., left.'],
    ['companies', 'Vardo Water Inc. President Ana Rao and Lund Bros. Chairman Piet Ek left.'],
    ['numbers', 'Pier No. 4 and Order No. 12 were closed.'],
    ['dates', 'It leaked on Jan. 5 and Sept. 12.'],
    ['times', 'It leaked at 8 p.m. Tuesday and 9 a.m. EST and 7 p.m. E.T. on Friday.'],
    ['decimals', 'It fell 3.5 percent to $1.20.'],
    ['versus', 'In Rao v. Lund and Ek vs. Moe the port won.'],
    ['saints and streets', 'He left St. Olav for Harbour St. Number 4.'],
    ['addresses', 'The site vardo.example.com and Node.js were down.'],
    ['a list’s number', '1. The dam leaked'],
    ['an ellipsis that goes on', 'It leaked ... and leaked… and leaked . . . and stopped.'],
    ['an ellipsis at the start', '... It leaked.'],
    ['a quotation’s stop that goes on', '“Who left?” she asked.'],
    ['a shout and who shouted', '“Leave!” Ana Rao shouted.'],
    ['a bracket that goes on', 'Rao (who knew?) left.'],
    ['a dateline', 'FAIRVIEW, N.Y. ― The dam leaked.'],
    ['a name that ends in a mark', 'Yahoo! Japan left.'],
  ])('keeps a sentence together: %s', (_, text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it.each([
    ['a country', 'She left the U.S. The port closed.', 2],
    ['a company', 'She left Vardo Inc. It closed.', 2],
    ['a time', 'It leaked at 8 p.m. Rao left.', 2],
    ['a name', 'She met Piet Lund Jr. He left.', 2],
    ['the word no', 'She said no. Rao left.', 2],
    ['a plan', 'They have no Plan B. Rao left.', 2],
    ['the pronoun', 'So did I. Rao left.', 2],
    ['a year', 'It leaked in 2014. Rao left.', 2],
    ['et cetera', 'Pipes, pumps, etc. The port closed.', 2],
  ])('ends a sentence with what may be an abbreviation: %s', (_, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it.each([
    ['closing marks', 'She said “no.” Then she left.', ['She said “no.”', 'Then she left.']],
    ['straight marks', 'She said "no." Then she left.', ['She said "no."', 'Then she left.']],
    ['marks within marks', '“He said ‘no.’” Then she left.', ['“He said ‘no.’”', 'Then she left.']],
    ['two apostrophes', "''It leaked.'' Then she left.", ["''It leaked.''", 'Then she left.']],
    ['sentences inside', '“It leaked. Rao left,” she said.', ['“It leaked.', 'Rao left,” she said.']],
    [
      'a title inside',
      "She told him: ''Ms. Rao left.'' Then she left.",
      ["She told him: ''Ms. Rao left.''", 'Then she left.'],
    ],
    ['an opening mark behind', 'It leaked. “Rao left.”', ['It leaked.', '“Rao left.”']],
    ['an ellipsis between', 'It leaked. ... We left.', ['It leaked. ...', 'We left.']],
  ])('gives a sentence the marks that close it: %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('looks at its paragraph alone, and counts from the start of the text', () => {
    const text = '🚧 One. Two.\n👩🏽‍🚒 It leaked 💧. Réne\u0301 left.\nThree.';
    expect(sentenceSpans(text, { start: 13, end: text.indexOf('\nThree') })).toEqual([
      { start: 13, end: 34 },
      { start: 35, end: 46 },
    ]);
  });

  it('holds every character but white space, in order', () => {
    const piece = fc.constantFrom(
      'Rao',
      'left',
      '.',
      '!',
      '...',
      ' ',
      '  ',
      '"',
      '”',
      '“',
      '(',
      ')',
      'U.S.',
      'Mr.',
      '3',
      '💧',
      '\n',
      'a.m.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const spans = sentenceSpans(text, { start: 0, end: text.length });
        for (const [index, { start, end }] of spans.entries()) {
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
        expect(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it.each(['.', '. ', '."', '? " ', 'U.S. ', 'Mr. ', 'a', 'Aa ', '"', ' ', '. . ', '1. ', '💧. '])(
    'takes time in proportion to the length of %j over and over',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const start = performance.now();
      sentenceSpans(text, { start: 0, end: text.length });
      expect(performance.now() - start).toBeLessThan(20_000);
    },
  );
});
