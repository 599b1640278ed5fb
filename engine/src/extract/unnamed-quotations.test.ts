import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { unnamedQuotations } from './unnamed-quotations.ts';

function unnamed(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  return unnamedQuotations(text, attributions).map(({ source, cue, content }) => {
    expect([source, cue]).toEqual([[], []]);
    return content.map(({ start, end }) => text.slice(start, end)).join(' … ');
  });
}

describe('unnamedQuotations', () => {
  it.each([
    ['a paragraph that is a quotation', '“Such cases happen every day.”', ['“Such cases happen every day.”']],
    ['straight marks', '"Such cases happen every day."', ['"Such cases happen every day."']],
    ['marks typed as two apostrophes', "''Such cases happen every day.''", ["''Such cases happen every day.''"]],
    ['marks typed as accents', "``Such cases happen every day.''", ["``Such cases happen every day.''"]],
    ['a question', '“Did such cases ever happen?”', ['“Did such cases ever happen?”']],
    ['one quotation that ends in another', '“Such cases are ‘nothing new.’”', ['“Such cases are ‘nothing new.’”']],
    ['a quotation after a full stop', 'He nodded. “Such cases happen every day.”', ['“Such cases happen every day.”']],
    [
      'a quotation after another',
      '“Such cases happen every day.” “We never saw any letters.”',
      ['“Such cases happen every day.”', '“We never saw any letters.”'],
    ],
    [
      'a quotation after an attributed one',
      '[“No.”](content) [said](cue) [Rao](source).\n“We never saw any letters.”',
      ['“We never saw any letters.”'],
    ],
    [
      'emoji and right-to-left text before it',
      '🚧 قال نعم. “We never saw any 💧 letters.”',
      ['“We never saw any 💧 letters.”'],
    ],
    ['scare quotes', 'It was a “deep and lasting crisis” for all.', []],
    ['a title in a list', 'She wrote “The Long Way Down,” “Harbour Lights” and others.', []],
    ['a quotation that is attributed', '[“Such cases happen every day.”](content) [said](cue) [Rao](source).', []],
    ['a quotation that has a cue in it', '“Such cases [happen](cue) every day.”', []],
    ['a quotation within a sentence', 'It reads “Such cases happen every day.”', []],
    ['a quotation that ends in no stop', '“Such cases happen every day”', []],
    ['a quotation that is never closed', '“Such cases happen every day.', []],
    ['a nickname at the start', '“Lucky” Lund won.', []],
    ['no text', '', []],
  ])('handles %s', (_, notation, expected) => {
    expect(unnamed(notation)).toEqual(expected);
  });

  it.each([
    ['of quotations', '“It leaked again, yes.” '],
    ['of quotations that are none', 'so “it leaked again, yes.” '],
    ['of closing marks', '.”)]'],
    ['of spaces before a quotation', ' '],
    ['of apostrophes', "'"],
  ])('stands a paragraph %s', (_, unit) => {
    const text = `He nodded${unit.repeat(600_000 / unit.length)}“Such cases happen every day.”`;
    const started = performance.now();
    unnamedQuotations(text, []);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
