import { describe, expect, it } from 'vitest';
import { annotate } from './annotate.ts';
import { roles, type RoleSpans } from './attribution.ts';

const words = (text: string, attribution: RoleSpans): string[][] =>
  roles.map((role) => attribution[role].map(({ start, end }) => text.slice(start, end)));

describe('annotate', () => {
  it('gives the text without the notation, and the spans', () => {
    const { text, attributions } = annotate('[Ms Rao](source) [said](cue) [it leaked](content).');
    expect(text).toBe('Ms Rao said it leaked.');
    expect(attributions).toEqual([
      { source: [{ start: 0, end: 6 }], cue: [{ start: 7, end: 11 }], content: [{ start: 12, end: 21 }] },
    ]);
  });

  it.each([
    [
      'two pieces of one role',
      '[“It leaked,”](content) [she](source) [said](cue), [“badly.”](content)',
      [[['she'], ['said'], ['“It leaked,”', '“badly.”']]],
    ],
    [
      'two attributions',
      '[A](source 1) [said](cue 1) [B](source 2, content 1) [lied](content 2)',
      [
        [['A'], ['said'], ['B']],
        [['B'], [], ['lied']],
      ],
    ],
    [
      'one span in two attributions',
      '[Rao](source 1, source 2) spoke',
      [
        [['Rao'], [], []],
        [['Rao'], [], []],
      ],
    ],
    [
      'brackets within brackets',
      '[it [said](cue 2) so](content 1)',
      [
        [[], [], ['it said so']],
        [[], ['said'], []],
      ],
    ],
    [
      'numbers out of order',
      '[b](cue 7) [a](cue 3)',
      [
        [[], ['a'], []],
        [[], ['b'], []],
      ],
    ],
    [
      'emoji, combining marks, right-to-left text',
      '🚧 [Réne\u0301](source) [قالت](cue) [💧 it leaked](content)',
      [[['Réne\u0301'], ['قالت'], ['💧 it leaked']]],
    ],
    [
      'white space in the label',
      '[Rao]( source  2 ,  source 1 )',
      [
        [['Rao'], [], []],
        [['Rao'], [], []],
      ],
    ],
    ['no notation', 'Nobody spoke (yet).', []],
  ] as [string, string, string[][][]][])('reads %s', (_, notation, expected) => {
    const { text, attributions } = annotate(notation);
    expect(attributions.map((attribution) => words(text, attribution))).toEqual(expected);
  });

  it('sorts the spans of a role by their place', () => {
    const { attributions } = annotate('[a [b](content) c](content)');
    expect(attributions[0]!.content.map(({ start }) => start)).toEqual([0, 2]);
  });

  it('keeps brackets that close nothing', () => {
    expect(annotate('a] [b](cue)').text).toBe('a] b');
  });

  it.each([
    ['an open bracket', '[Ms Rao said'],
    ['no label', '[Ms Rao] said'],
    ['an unknown role', '[Ms Rao](speaker) said'],
    ['an empty label', '[Ms Rao]() said'],
    ['a number that is none', '[Ms Rao](source one) said'],
  ])('refuses %s', (_, notation) => {
    expect(() => annotate(notation)).toThrow(SyntaxError);
  });
});
