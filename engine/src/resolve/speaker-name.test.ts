import { describe, expect, it } from 'vitest';
import { mention } from '../../test/mentions.ts';
import type { Cluster } from './cluster.ts';
import { fullestName, ownPhrase } from './speaker-name.ts';

/** A cluster of names alone, one after the other. */
function named(...names: readonly string[]): { readonly cluster: Cluster; readonly text: string } {
  const text = names.join(' ');
  let start = 0;
  const made = names.map((name) => {
    const only = mention(name, start);
    start += name.length + 1;
    return { mention: only, start: only.start, end: only.end, text: name, words: name.toLowerCase().split(' ') };
  });
  return { text, cluster: { links: [], names: made, isState: false } };
}

function fullest(...names: readonly string[]): string | null {
  const { cluster, text } = named(...names);
  const span = fullestName(cluster);
  return span && text.slice(span.start, span.end);
}

describe('fullestName', () => {
  it.each([
    ['the one of most words', ['Lind', 'Mara Lind', 'Mara'], 'Mara Lind'],
    ['the earlier of two alike', ['Mara Lind', 'Mara Keel'], 'Mara Lind'],
    ['a state’s own rather than its government’s', ['Varo Bay Rule', 'Iceland'], 'Iceland'],
    ['no list of names', ['One Two Three Four Five Six Seven Eight Nine Ten', 'Mara Lind'], 'Mara Lind'],
    [
      'a list where there is nothing else',
      ['One Two Three Four Five Six Seven Eight Nine Ten'],
      'One Two Three Four Five Six Seven Eight Nine Ten',
    ],
  ])('is %s', (_, names, expected) => {
    expect(fullest(...names)).toBe(expected);
  });

  it('is nothing where a cluster has no name', () => {
    expect(fullest()).toBeNull();
  });
});

/** The phrase of a source, given the others of its cluster before it. */
function phrase(source: string, { whole = false, others = [] as readonly string[] } = {}): string {
  const text = [...others, source].join('\n');
  let start = 0;
  const mentions = [...others, source].map((words) => {
    const made = mention(words, start);
    start += words.length + 1;
    return made;
  });
  const links = mentions.map((each) => ({ mention: each, antecedent: null, because: 'first mention' }));
  const span = ownPhrase({ links, names: [], isState: false }, mentions.at(-1)!, whole);
  return text.slice(span.start, span.end);
}

describe('ownPhrase', () => {
  it.each([
    ['its own words', 'two bakers', 'two bakers'],
    ['no aside on why it is nameless', 'a harbour official who was not authorised to speak', 'a harbour official'],
    ['who it includes', 'harbour critics, including two pilots', 'harbour critics, including two pilots'],
    ['no apposition', 'the Harbour Watch, the largest of its kind,', 'the Harbour Watch'],
    ['no share in figures', 'a majority of bakers, 56%,', 'a majority of bakers'],
    ['nothing but the name of what is itself', 'bakers themselves', 'bakers'],
    ['a title that the owner keeps', 'Mr. Keel’s advisers', 'Mr. Keel’s advisers'],
    ['no campaign where its official speaks', 'a Keel campaign official', 'a Keel campaign official'],
    ['a poll with its place', 'a New York Mirror poll taken in May', 'New York Mirror poll'],
    ['its article', 'the old bakers', 'the old bakers'],
    ['no relative clause', 'bakers, who had come early', 'bakers'],
    ['no relative pronoun at its end', 'bakers who', 'bakers'],
    ['no comma at its end', 'the bakers,', 'the bakers'],
    ['the name of a poll', 'a new Varo Gazette poll of bakers', 'Varo Gazette poll'],
    ['the name of a campaign', 'the Lind campaign', 'Lind campaign'],
  ])('has %s: %s', (_, source, expected) => {
    expect(phrase(source)).toBe(expected);
  });

  it('of a pronoun is what it stands for', () => {
    expect(phrase('they', { others: ['two bakers'] })).toBe('two bakers');
    expect(phrase('they')).toBe('they');
  });

  it('stays whole where another of like words is another', () => {
    expect(phrase('the Lind campaign', { whole: true })).toBe('the Lind campaign');
  });

  it.each([' ', ', ', 'Aa ', 'aa ', 'who ', ', who '])('stands a mention that is all but %j', (unit) => {
    const started = performance.now();
    phrase(`bakers${unit.repeat(50_000 / unit.length)}x`);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('is what the report called it first, where it only points back', () => {
    expect(phrase('The panel', { others: ['a panel of harbour pilots'] })).toBe('a panel of harbour pilots');
    expect(phrase('Those voters', { others: ['island voters'], whole: true })).toBe('island voters');
    expect(phrase('The old panel', { others: ['a panel of harbour pilots'] })).toBe('The old panel');
  });
});
