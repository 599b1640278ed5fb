import { describe, expect, it } from 'vitest';
import { finiteVerbs } from './finite-verbs.ts';
import { wordsIn } from './words.ts';

function verbs(text: string): { verb: string; strength: number; subject: boolean; inner: boolean }[] {
  const words = wordsIn(text, { start: 0, end: text.length }, () => false);
  return finiteVerbs(words).map(({ index, ...verb }) => ({ verb: words[index]!.lower, ...verb }));
}

const names = (text: string): string[] =>
  verbs(text)
    .filter(({ strength }) => strength > 1)
    .map(({ verb }) => verb);

describe('finiteVerbs', () => {
  it.each([
    ['auxiliaries', 'the dam has been closed', ['has']],
    ['modals', 'the dam will have been closed', ['will']],
    ['negated ones', 'the dam wasn’t closed', ["wasn't"]],
    ['contractions with their subject', 'it’s closed and they’ve left', ["it's", "they've"]],
    ['pasts that are no participles', 'the dam broke', ['broke']],
    ['pasts with an object', 'the council closed the dam', ['closed']],
    ['pasts of verbs without one', 'the talks collapsed in May', ['collapsed']],
    ['pasts behind a pronoun', 'they met in Oslo', ['met']],
    ['the third person', 'the river carries silt', ['carries']],
    ['the third person of what may be a noun', 'Rao plans a trip', ['plans']],
    ['the plural', 'engineers want a new dam', ['want']],
    ['several', 'Rao left and Lund stayed', ['left', 'stayed']],
    ['behind an adverb', 'the council finally closed the dam', ['closed']],
  ])('finds %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['participles', 'the plan drawn up by the council'],
    ['participles with “by”', 'a dam closed by order'],
    ['participles behind forms of “be”', 'being closed'],
    ['infinitives', 'a plan to close the dam and to have rebuilt it'],
    ['plural nouns', 'the plans of the council'],
    ['nouns that look like a past', 'a hundred red seeds in the shed'],
    ['names of months and people', 'the talks of May and Will'],
    ['adjectives', 'an unprecedented so-called success'],
    ['nothing', ''],
  ])('takes no %s', (_, text) => {
    expect(names(text)).toEqual([]);
  });

  it('tells the verb of a clause inside from that of the clause', () => {
    expect(verbs('the man who left the port is dead')).toEqual([
      { verb: 'left', strength: 3, subject: true, inner: true },
      { verb: 'is', strength: 3, subject: true, inner: false },
    ]);
    expect(verbs('the letter he wrote')[0]).toMatchObject({ verb: 'wrote', inner: true });
  });

  it('tells a verb whose subject stands elsewhere', () => {
    expect(verbs('was closed on Monday')[0]).toMatchObject({ verb: 'was', subject: false });
    expect(verbs('and was closed')[0]).toMatchObject({ verb: 'was', subject: false });
  });
});
