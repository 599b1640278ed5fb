import { describe, expect, it } from 'vitest';
import { quotationsIn } from './quotations.ts';

const all = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const found = (text: string): [string, boolean][] =>
  quotationsIn(text, all(text)).map(({ start, end, closed }) => [text.slice(start, end), closed]);

describe('quotationsIn', () => {
  it.each([
    ['curly marks', 'She said “it leaked” twice.', [['“it leaked”', true]]],
    ['straight marks', 'She said "it leaked" twice.', [['"it leaked"', true]]],
    ['low opening mark', 'She said „it leaked” twice.', [['„it leaked”', true]]],
    ['low opening mark, closed as in German', 'She said „it leaked“ twice.', [['„it leaked“', true]]],
    [
      'two by turns',
      '"One," he said, "two."',
      [
        ['"One,"', true],
        ['"two."', true],
      ],
    ],
    ['straight closing curly', '“it leaked" twice', [['“it leaked"', true]]],
    ['single marks within', '“He said ‘no’ to us,” she said', [['“He said ‘no’ to us,”', true]]],
    ['apostrophes alone', 'The ministry’s engineers don’t agree', []],
    ['closing mark alone', 'it leaked” twice', []],
    ['unclosed', 'She said “it leaked', [['“it leaked', false]]],
    ['inches', 'A 6" pipe and a 4" pipe burst, and a 3" one.', []],
    ['inches before a quotation', 'A 6" pipe "burst at noon".', [['"burst at noon"', true]]],
    ['number at the end of a quotation', 'He "lived in 2019", she said.', [['"lived in 2019"', true]]],
    ['nothing within', 'She said “” twice.', [['“”', true]]],
    ['two apostrophes', "She said ''it leaked'' twice.", [["''it leaked''", true]]],
    ['two grave accents, closed by two apostrophes', "She said ``it leaked'' twice.", [["``it leaked''", true]]],
    ['two grave accents that nothing closes', 'She said ``it leaked', [['``it leaked', false]]],
    [
      'an apostrophe within two apostrophes',
      "She said ''it isn't the ministers' '' twice.",
      [["''it isn't the ministers' ''", true]],
    ],
    ['two apostrophes at both ends', "''it leaked''", [["''it leaked''", true]]],
    [
      'two apostrophes by turns',
      "''One,'' he said, ''two.''",
      [
        ["''One,''", true],
        ["''two.''", true],
      ],
    ],
    [
      'inches typed as two apostrophes',
      "A 6'' pipe and a 5'10'' man ''burst at noon''.",
      [["''burst at noon''", true]],
    ],
    ['one apostrophe at the end', "The ministers'", []],
    ['one grave accent', 'The `leak` is over', []],
    ['emoji and right-to-left text', '🚧 قال “تسرّب الماء 💧” أمس', [['“تسرّب الماء 💧”', true]]],
    ['combining marks', 'She said “cafe\u0301” twice', [['“cafe\u0301”', true]]],
  ] as [string, string, [string, boolean][]][])('finds quotations with their marks: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('looks at its paragraph alone', () => {
    const text = '“One\n“two” three\nfour”';
    expect(quotationsIn(text, { start: 5, end: 16 })).toEqual([{ start: 5, end: 10, closed: true }]);
    expect(quotationsIn(text, { start: 0, end: 4 })).toEqual([{ start: 0, end: 4, closed: false }]);
  });

  it('takes two apostrophes for no mark where its paragraph ends between them', () => {
    const text = "''One''";
    expect(quotationsIn(text, { start: 0, end: 6 })).toEqual([{ start: 0, end: 6, closed: false }]);
  });

  it.each(["'", '`', '"', '“', '”', "''a ", "6'' "])('gets through a text of nothing but %j', (mark) => {
    const text = mark.repeat(300_000);
    const started = performance.now();
    expect(quotationsIn(text, all(text)).every(({ start, end }) => start < end)).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
