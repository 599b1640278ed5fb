import { describe, expect, it } from 'vitest';
import { proseBlocks } from './prose-blocks.ts';

const long = 'The council approved a plan on Monday to rebuild';

function blocks(text: string): string[] {
  return proseBlocks(text).map(({ start, end }) => text.slice(start, end));
}

describe('proseBlocks', () => {
  it.each([
    ['wrapped lines', `${long}\nthe wall.`, [`${long}\nthe wall.`]],
    ['wrapped and indented lines', `${long}\r\n  the wall.`, [`${long}\r\n  the wall.`]],
    ['lines that end in stops', `${long} it.\nThe wall fell.`, [`${long} it.`, 'The wall fell.']],
    ['a blank line between', `${long}\n\nthe wall.`, [long, 'the wall.']],
    ['short lines', 'Pumps\npipes\ngates', ['Pumps', 'pipes', 'gates']],
    [
      'a capital on the next line of a wrapped block',
      `${long}\nthe wall that the sea broke in March, for which\nOslo pays.`,
      [`${long}\nthe wall that the sea broke in March, for which\nOslo pays.`],
    ],
    ['nothing', '', []],
  ])('puts together what was wrapped, and no more: %s', (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});
