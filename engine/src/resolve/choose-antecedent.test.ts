import { describe, expect, it } from 'vitest';
import type { Span } from '../document/index.ts';
import { flatLayout, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { spanOf } from '../../test/hand-made.ts';
import { chooseAntecedent } from './choose-antecedent.ts';

function choose(
  told: ToldMentions,
  names: readonly string[] = ['Mara Lind', 'Ana Rao'],
  pronoun = 'she',
): number | null {
  const { text, mentions } = mentioned('Today {Mara Lind} met {the baker} as {she} told {Ana Rao} of it.', told);
  const spans = names.map((name): Span => spanOf(text, name));
  return chooseAntecedent(mentions, spanOf(text, pronoun), spans, flatLayout);
}

describe('chooseAntecedent', () => {
  it('takes the name of the best link, before the pronoun or behind it', () => {
    expect(
      choose({
        links: [
          ['she', 'Mara Lind', 3],
          ['she', 'Ana Rao', 2],
        ],
      }),
    ).toBe(0);
    expect(
      choose({
        links: [
          ['she', 'Mara Lind', 2],
          ['she', 'Ana Rao', 3],
        ],
      }),
    ).toBe(1);
  });

  it('takes none where being new is likelier', () => {
    expect(choose({ links: [['she', 'Mara Lind', 3]], newness: { she: 4 } })).toBeNull();
  });

  it('asks for nothing but the names it is given', () => {
    expect(
      choose({
        links: [
          ['she', 'the baker', 9],
          ['she', 'Ana Rao', 1],
        ],
      }),
    ).toBe(1);
  });

  it('passes over a name that is no mention, and has no answer for such a pronoun', () => {
    expect(choose({ links: [['she', 'Ana Rao', 1]] }, ['Mara', 'Ana Rao'])).toBe(1);
    expect(choose({ links: [['she', 'Ana Rao', 1]] }, ['Ana Rao'], 'told')).toBeNull();
    expect(choose({}, [])).toBeNull();
  });
});
