import { describe, expect, it } from 'vitest';
import { flatLayout, mention, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { clusterMentions } from './cluster-mentions.ts';

/** Small letters enough that no line before it looks like a headline. */
const quietly = ' All the while others waited quietly beside the water without saying anything.';

/** The mentions of each cluster of more than one, in order. */
function clusters(notation: string, told: ToldMentions = {}): string[] {
  const { text, mentions, sources } = mentioned(notation + quietly, told);
  return clusterMentions(text, mentions, sources, flatLayout)
    .filter(({ links }) => links.length > 1)
    .map(({ links }) => links.map((link) => link.mention))
    .sort((a, b) => a[0]!.start - b[0]!.start)
    .map((each) => each.map(({ text: words }) => words).join(', '));
}

describe('clusterMentions', () => {
  it('follows the network’s links', () => {
    const notation = 'Today {Mara Lind} met {Jonas Keel} before {the mayor} left and {they} slept.';
    const links = [
      ['the mayor', 'Mara Lind', 5],
      ['they', 'Jonas Keel', 5],
    ] as const;
    expect(clusters(notation, { links })).toEqual(['Mara Lind, the mayor', 'Jonas Keel, they']);
  });

  it('leaves a mention alone that looks new', () => {
    const notation = 'Today {Mara Lind} met {the baker} there.';
    expect(clusters(notation, { links: [['the baker', 'Mara Lind', 5]], newness: { 'the baker': 6 } })).toEqual([]);
  });

  it('asks more of a description than of a pronoun', () => {
    const newness = { 'the baker': 0.5, she: 0.5 };
    expect(clusters('Today {Mara Lind} met {the baker} as {she} slept.', { newness })).toEqual(['the baker, she']);
  });

  it.each([
    ['a person is no “it”', 'Today {Varo|place} met {Mara Lind} as {it} grew.', [['it', 'Mara Lind', 3]], 'Varo, it'],
    [
      'a place is no “she”',
      'Today {Mara Lind} saw {Varo|place} as {she} slept.',
      [['she', 'Varo', 3]],
      'Mara Lind, she',
    ],
    [
      'whom the report calls Mr. is not “she”',
      'Today {Ana Rao} met {Mr. Keel} as {she} slept.',
      [['she', 'Mr. Keel', 3]],
      'Ana Rao, she',
    ],
    [
      'whom the report calls Ms. is not “he”',
      'Today {Jonas Keel} met {Ms. Rao} as {he} slept.',
      [['he', 'Ms. Rao', 3]],
      'Jonas Keel, he',
    ],
    [
      'two joined by “and” are not “she”',
      'Today {Ana Rao} met {Jonas Keel and Mara Lind} as {she} slept.',
      [['she', 'Jonas Keel and Mara Lind', 3]],
      'Ana Rao, she',
    ],
  ] as const)('grammar forbids what the network likes: %s', (_, notation, links, expected) => {
    expect(clusters(notation, { links })).toEqual([expected]);
  });

  it('takes nobody for both “he” and “she”', () => {
    const notation = 'Today {Ana Rao} met {Robin Keel}, and {he} slept, and then {she} slept.';
    const links = [
      ['he', 'Robin Keel', 3],
      ['she', 'Robin Keel', 3],
      ['she', 'Ana Rao', 1],
    ] as const;
    expect(clusters(notation, { links })).toEqual(['Ana Rao, she', 'Robin Keel, he']);
  });

  it('leans a pronoun that speaks towards who spoke last', () => {
    const notation =
      '[{Mara Lind}](source 1) [said](cue 1) [it rained on {Jonas Keel}](content 1), and then {she} [said](cue 2) [more](content 2).';
    const spoken = notation.replace('{she}', '[{she}](source 2)');
    const links = [['she', 'Jonas Keel', 2]] as const;
    expect(clusters(notation, { links })).toEqual(['Jonas Keel, she']);
    expect(clusters(spoken, { links })).toEqual(['Mara Lind, she']);
  });

  it('takes a relative pronoun for what stands just before it', () => {
    const notation = 'Today {Mara Lind} met {{the mayor} of {Varo|place}}, {who} slept.';
    const newness = { 'the mayor of Varo': 9 };
    expect(clusters(notation, { links: [['who', 'Mara Lind', 9]], newness })).toEqual([
      'the mayor of Varo, the mayor, who',
    ]);
  });

  it('takes a bare “the panel” for the last of its head', () => {
    expect(clusters('{A panel of pilots} met; then {the panel} slept.', { newness: { 'the panel': 9 } })).toEqual([
      'A panel of pilots, the panel',
    ]);
    expect(
      clusters('{A panel of pilots} met; then {the old panel} slept.', { newness: { 'the old panel': 9 } }),
    ).toEqual([]);
    expect(clusters('{A mayor of the coast} met; then {the mayor} slept.', { newness: { 'the mayor': 9 } })).toEqual(
      [],
    );
  });

  it('takes somebody joined to others for more than that one', () => {
    const notation = 'Today {{the mayor} and her brother} slept.';
    expect(clusters(notation)).toEqual([]);
  });

  it('takes no administration for the state that it governs', () => {
    const links = [['the Keel administration', 'the United States', 9]] as const;
    const notation = 'Today {the United States|place} slept, and {the Keel administration} slept.';
    expect(clusters(notation, { links })).toEqual([]);
    expect(clusters(notation.replace('the Keel administration', 'the country'), { links: [['the country', 'the United States', 9]] })).toEqual(['the United States, the country']); // prettier-ignore
  });

  it('takes the same words at the same place for one', () => {
    expect(clusters('Then {{the mayor} of {Varo|place}} slept.')).toEqual(['the mayor of Varo, the mayor']);
  });

  it('leaves the first and second person out', () => {
    const { text, mentions, sources } = mentioned('Then “{I} saw {you},” {we} heard.');
    expect(clusterMentions(text, mentions, sources, flatLayout)).toEqual([]);
  });

  describe('whom a report describes before it names', () => {
    const said =
      '[{The harbour master}](source 1) [said](cue 1) [it leaked](content 1). “[It will be mended](content 2),” [said](cue 2)';

    it('are joined where a full name comes with no description of its own', () => {
      expect(clusters(`${said} [{Mara Lind}](source 2).`, { newness: { 'The harbour master': 9 } })).toEqual([
        'The harbour master, Mara Lind',
      ]);
    });

    it.each([
      ['an apposition', '[{Mara Lind}](source 2), a baker.'],
      ['a title', '[{baker Mara Lind}](source 2).'],
      ['one word alone', '[{Lind}](source 2).'],
    ])('are kept apart where the name comes with %s', (_, named) => {
      expect(clusters(`Long before. ${'x '.repeat(400)}${said} ${named}`)).toEqual([]);
    });

    it('are joined from a headline to whom the report names with the same title', () => {
      const named = '[{Pastor}](source 1) [wants](cue 1) [a bridge](content 1)\n\nToday {Pastor Mara Lind} spoke.';
      expect(clusters(named)).toEqual(['Pastor, Pastor Mara Lind']);
      const other = '[{Pastor}](source 1) [wants](cue 1) [a bridge](content 1)\n\nToday {Judge Mara Lind} spoke.';
      expect(clusters(other)).not.toContain('Pastor, Judge Mara Lind');
    });
  });

  it.each([
    ['one pronoun', () => 'he'],
    ['pronouns in turns', (index: number) => ['he', 'she', 'it', 'they'][index % 4]!],
    ['relative pronouns', () => 'who'],
    ['first persons', () => 'I'],
    ['one description', () => 'the mayor'],
    ['names and pronouns in turns', (index: number) => (index % 2 === 0 ? 'Mara Lind' : 'she')],
  ])('stands thousands of mentions: %s', (_, wordsOf) => {
    let text = 'so';
    const mentions = Array.from({ length: 3_000 }, (__, index) => {
      const words = wordsOf(index);
      text += ` ${words}`;
      return mention(words, text.length - words.length);
    });
    const started = performance.now();
    const made = clusterMentions(text, mentions, mentions, flatLayout);
    expect(made.length).toBeLessThanOrEqual(mentions.length);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
