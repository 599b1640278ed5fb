import { describe, expect, it } from 'vitest';
import { flatLayout, mention, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { findRoles } from './find-roles.ts';

/** The roles of whoever a report names first. */
function roles(notation: string, told: ToldMentions = {}): string[] {
  const quietly = ' while others waited quietly beside the water without saying anything at all.';
  const { text, mentions, sources } = mentioned(notation + quietly, told);
  const [first] = clusterMentions(text, mentions, sources, flatLayout)
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => a.names[0]!.start - b.names[0]!.start);
  return findRoles(text, first!).map(({ start, end }) => text.slice(start, end));
}

describe('findRoles', () => {
  it.each([
    ['before the name', 'Today {Harbour Party chief Mara Lind} left', ['Harbour Party chief']],
    ['behind the name', 'Today {Mara Lind, the mayor of the old town,} left', ['mayor of the old town']],
    ['on both sides', 'Today {Ms. Mara Lind, a baker,} left', ['Ms.', 'baker']],
    ['nowhere', 'Today {Mara Lind} left', []],
    ['once, where it is said twice', 'Today {baker Mara Lind} left, and then {Baker Mara Lind} came', ['baker']],
    ['behind emoji and combining marks', '🚧 Today {baker Re\u0301ne Lind} left', ['baker']],
  ])('reads what a text says that somebody is: %s', (_, notation, expected) => {
    expect(roles(notation)).toEqual(expected);
  });

  it('reads descriptions of the same person elsewhere, without article and marks', () => {
    expect(
      roles('Today {Mara Lind} left, and {the old baker} came', { links: [['the old baker', 'Mara Lind', 9]] }),
    ).toEqual(['old baker']);
  });

  it('takes no clause for a role', () => {
    expect(roles(`Today {Mara Lind, who ${'walked and '.repeat(20)}sat,} left`)).toEqual([]);
  });

  it('takes nothing for a role that runs on into another sentence', () => {
    const links = [['the leak. Then bakers', 'Mara Lind', 9]] as const;
    expect(roles('Today {Mara Lind} left {the leak. Then bakers} came', { links })).toEqual([]);
  });

  it.each([' ', ',', '“', ', '])('stands a mention that is all but %j', (unit) => {
    const text = `Mara Lind, a${unit.repeat(100_000 / unit.length)}b`;
    const only = mention(text, 0);
    const name = { mention: only, start: 0, end: 9, text: 'Mara Lind', words: ['mara', 'lind'] };
    const started = performance.now();
    findRoles(text, { links: [{ mention: only, antecedent: null, because: 'a name' }], names: [name], isState: false });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
