import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { addUnnamedQuotations } from './add-unnamed-quotations.ts';

function added(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  return addUnnamedQuotations(text, attributions)
    .slice(attributions.length)
    .map(({ source, cue, content }) => {
      expect([source, cue]).toEqual([[], []]);
      return content.map(({ start, end }) => text.slice(start, end)).join(' … ');
    });
}

describe('addUnnamedQuotations', () => {
  it.each([
    ['a paragraph that is a quotation', '“Such cases happen every day.”', ['“Such cases happen every day.”']],
    ['straight marks', '"Such cases happen every day."', ['"Such cases happen every day."']],
    ['a quotation after a full stop', 'He nodded. “Such cases happen every day.”', ['“Such cases happen every day.”']],
    [
      'a quotation after an attributed one',
      '[“No.”](content) [said](cue) [Rao](source).\n“We never saw any letters.”',
      ['“We never saw any letters.”'],
    ],
    ['scare quotes', 'It was a “deep and lasting crisis” for all.', []],
    ['a title in a list', 'She wrote “The Long Way Down,” “Harbour Lights” and others.', []],
    ['a quotation that is attributed', '[“Such cases happen every day.”](content) [said](cue) [Rao](source).', []],
    ['a quotation that is never closed', '“Such cases happen every day.', []],
    ['a nickname at the start', '“Lucky” Lund won.', []],
  ])('handles %s', (_, notation, expected) => {
    expect(added(notation)).toEqual(expected);
  });
});
