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
});
