import { describe, expect, it } from 'vitest';
import { flatLayout, mention, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { clusterNames } from './cluster-names.ts';

/** Small letters enough that no line before it looks like a headline. */
const quietly = ' All the while others waited quietly beside the water without saying anything.';

/** The mentions of each cluster, in order of its first. */
function clusters(notation: string, told: ToldMentions = {}): string[][] {
  const { text, mentions, sources } = mentioned(notation + quietly, told);
  return clusterNames(text, mentions, sources, flatLayout)
    .map(({ links }) => links.map((link) => link.mention))
    .sort((a, b) => a[0]!.start - b[0]!.start)
    .map((each) => each.map((m) => m.text));
}

describe('clusterNames', () => {
  it.each([
    ['the same name', 'Today {Mara Lind} left and {Mara Lind} came.', 'Mara Lind, Mara Lind'],
    ['a family name after the full one', 'Today {Mara Lind} left; then {Lind} came.', 'Mara Lind, Lind'],
    ['a family name before the full one', 'Today {Lind} left; then {Mara Lind} came.', 'Lind, Mara Lind'],
    ['a first name after the full one', 'Today {Mara Lind} left; then {Mara} came.', 'Mara Lind, Mara'],
    ['a name without its middle', 'Today {Mara J. Lind} left; then {Mara Lind} came.', 'Mara J. Lind, Mara Lind'],
    ['a name without its suffix', 'Today {Jonas Keel Jr.} left; then {Keel} came.', 'Jonas Keel Jr., Keel'],
    [
      'a name behind what describes her',
      'Today {Mara Lind} left; then {Rival Mara Lind} came.',
      'Mara Lind, Rival Mara Lind',
    ],
    [
      'a full name that the network takes for no person’s',
      'Today {Mara Lind|other} left; then {Lind} came.',
      'Mara Lind, Lind',
    ],
    ['a title that is dropped', 'Today {Mayor Mara Lind} left; then {Ms. Lind} came.', 'Mayor Mara Lind, Ms. Lind'],
    ['a name that owns something', 'Today {Mara Lind} left in {Lind’s} car.', 'Mara Lind, Lind’s'],
    ['straight and curly apostrophes', "Today {Jonas O’Keel} left; then {O'Keel} came.", "Jonas O’Keel, O'Keel"],
    ['an apposition', 'Today {{Mara Lind}, the mayor,} left.', 'Mara Lind, the mayor,, Mara Lind'],
    [
      'initials',
      'At {the Varo Harbour Board|organization} they left; then {VHB|organization} spoke.',
      'the Varo Harbour Board, VHB',
    ],
    [
      'initials with dots',
      'At {the Varo Harbour Board|organization} they left {the V.H.B.|organization} alone.',
      'the Varo Harbour Board, the V.H.B.',
    ],
    [
      'a body without its last word',
      'At {Harbour Watch International|organization} they left {Harbour Watch|organization}.',
      'Harbour Watch International, Harbour Watch',
    ],
    [
      'two persons by their family names',
      'Then {Jonas Keel and Mara Lind} left as {Keel and Lind} do.',
      'Jonas Keel and Mara Lind, Keel and Lind',
    ],
    [
      'combining marks and emoji',
      '🚧 Today {Re\u0301ne Ødegård} left; then {Ødegård} 💧 came.',
      'Re\u0301ne Ødegård, Ødegård',
    ],
  ])('takes as one: %s', (_, notation, expected) => {
    expect(clusters(notation).map((each) => each.join(', '))).toEqual([expected]);
  });

  it.each([
    ['father and son', 'Today {Jonas Keel Sr.} met {Jonas Keel}.'],
    ['two words of a family name, and those with the first', 'Today {Mara Lind Keel} met {Ana Rao}.'],
    ['two who share a first name', 'Today {Mara Lind} met {Mara Keel}.'],
    ['two who share a family name in full', 'Today {Mara Lind} met {Jonas Lind}.'],
    ['a body and the start of its name', 'At {the Harbour Fishing Union|organization} they saw {Harbour|place}.'],
    ['a person of a list and the list', 'Then {Mara Lind and Jonas Keel} met {Jonas Keel}.'],
    ['a place and a person who bears its name and one more', 'In {Varo City|place} they met {Ana Varo}.'],
    ['other initials', 'At {the Varo Harbour Board|organization} they saw {VHA|organization}.'],
  ])('keeps apart: %s', (_, notation) => {
    expect(clusters(notation)).toHaveLength(2);
  });

  it('keeps Mr. and Mrs. of one family name apart', () => {
    const notation =
      'Today {Mr. Jonas Lind} met {Mrs. Ana Lind}. Then {Mrs. Lind} left, and {Mr. Lind} came, and {Mrs. Lind} slept.';
    expect(clusters(notation)).toEqual([
      ['Mr. Jonas Lind', 'Mr. Lind'],
      ['Mrs. Ana Lind', 'Mrs. Lind', 'Mrs. Lind'],
    ]);
  });

  it('lets the network say whose a shared family name is', () => {
    const notation = 'Today {Jonas Lind} met {Ana Lind}. Then {Lind} left.';
    expect(clusters(notation, { links: [['Lind', 'Ana Lind', 3]] })).toEqual([['Jonas Lind'], ['Ana Lind', 'Lind']]);
    expect(clusters(notation, { links: [['Lind', 'Jonas Lind', 3]] })).toEqual([['Jonas Lind', 'Lind'], ['Ana Lind']]);
  });

  it('gives a family name rather to whom the report has named in full before', () => {
    expect(clusters('Today {Jonas Lind} spoke. Then {Lind} left. Later {Ana Lind} came.')).toEqual([
      ['Jonas Lind', 'Lind'],
      ['Ana Lind'],
    ]);
  });

  it.each([
    [
      'also known as',
      'Then {Harbour Watch|organization}, also known as {Blue Line|organization} or {the Quay Front|organization}, left.',
      1,
    ],
    ['formerly known as', 'Then {Harbour Watch|organization} (formerly known as “{Blue Line|organization}”) left.', 1],
    [
      'referred to as',
      'Then {Harbour Watch|organization}, commonly referred to as {the Blue Line|organization}, left.',
      1,
    ],
    ['“or” without it', 'Then {Harbour Watch|organization} or {the Quay Front|organization} left.', 2],
    [
      'only words near it',
      'Then {Harbour Watch|organization}, well known as it met {Blue Line|organization}, left.',
      2,
    ],
  ])('reads other names: %s', (_, notation, count) => {
    expect(clusters(notation)).toHaveLength(count);
  });

  it.each([
    ['its initials', 'Then {the Varo Commission|organization} ({VC|organization}) left.', 1],
    ['short letters of its own', 'Then {Varo Relief|organization} (the “{VRLF|organization}”) left.', 1],
    ['letters of another', 'Then {Varo Relief|organization} ({TLM|organization}) left.', 2],
    ['a name', 'Then {Varo Relief|organization} ({Vesna|person}) left.', 2],
  ])('reads an abbreviation in brackets: %s', (_, notation, count) => {
    expect(clusters(notation)).toHaveLength(count);
  });

  it('takes no common word for a name where only its place gives it a capital', () => {
    expect(clusters('{Critics} left. Then {critics} came.')).toEqual([]);
  });

  it('takes from a headline in title case only what the report names elsewhere', () => {
    const body = '\n\nToday {Mara Lind} met the harbour board and spoke of the bridge.';
    expect(clusters(`{Mara Lind} Rejects Bridge Claims${body}`)).toEqual([['Mara Lind', 'Mara Lind']]);
    expect(clusters(`Varo News\n\n{Mara Lind Rejects} Bridge Claims${body}`)).toEqual([['Mara Lind']]);
  });

  it('takes no two names that only stand side by side for one', () => {
    const notation = 'He left {the Daily Mirror Keel}. Then {the Daily Mirror|organization} called {Keel} again.';
    expect(clusters(notation)).toEqual([['the Daily Mirror'], ['Keel']]);
  });

  it('says of each mention what it refers back to', () => {
    const { text, mentions, sources } = mentioned('Today {Mara Lind} left; then {Lind} came, and {Lind} slept.');
    const [cluster] = clusterNames(text, mentions, sources, flatLayout);
    expect(cluster!.links.map(({ antecedent, because }) => [antecedent?.start ?? null, because])).toEqual([
      [null, 'a name'],
      [6, 'a shorter form of'],
      [27, 'a shorter form of'],
    ]);
  });

  it.each([
    ['one name again and again', () => 'Lind'],
    ['one name, once after Mr. and once after Mrs.', (index: number) => (index < 1_500 ? 'Mr. Lind' : 'Mrs. Lind')],
    ['names that share a first word', (index: number) => `Ax ${letters(index)}`],
    ['names that share a last word', (index: number) => `${letters(index)} Ax`],
    ['names that share all but a middle word', (index: number) => `Ax ${letters(index)} Bo`],
    ['initials, each of their own', (index: number) => letters(index).toUpperCase()],
    ['family names and a full name in turns', (index: number) => (index % 2 === 0 ? 'Lind' : `${letters(index)} Lind`)],
  ])('stands %s', (_, nameOf) => {
    let text = 'so';
    const mentions = Array.from({ length: 3_000 }, (__, index) => {
      const name = nameOf(index);
      text += ` ${name}`;
      return mention(name, text.length - name.length);
    });
    const started = performance.now();
    clusterNames(text, mentions, mentions, flatLayout);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

/** A word for a number, no two alike. */
function letters(index: number): string {
  let word = '';
  for (let rest = index + 26 ** 3; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26));
  return word[0]!.toUpperCase() + word.slice(1);
}
