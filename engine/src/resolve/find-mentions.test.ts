import { describe, expect, it } from 'vitest';
import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import type { Window } from '../segment/index.ts';
import { findMentions, type Mention } from './find-mentions.ts';

const layout: Manifest['mentions'] = {
  features: {
    open: 1,
    close: 1,
    left: 1,
    right: 1,
    type_start: 2,
    type_end: 2,
    new_start: 1,
    new_end: 1,
    query_start: 2,
    query_end: 2,
    key_start: 2,
    key_end: 2,
  },
  types: ['person', 'place'],
  looks: [],
  distance: [],
};

/** What a test says of a piece; the rest is nothing, and neither opens nor closes a mention. */
type Features = { readonly [name: string]: readonly number[] };

/** The pieces of a text as a window, where a space ends a word, `·` parts its pieces, and a line end is [SEP]. */
function windowOf(marked: string): { text: string; window: Window } {
  const window = { ids: [0], start: [-1], end: [-1], first: [0] };
  const add = (start: number, end: number, first: number): void => {
    window.ids.push(1);
    window.start.push(start);
    window.end.push(end);
    window.first.push(first);
  };
  let at = 0;
  for (const line of marked.split('\n')) {
    for (const word of line.split(' ')) {
      word.split('·').forEach((piece, index) => {
        add(at, at + piece.length, index === 0 ? 1 : 0);
        at += piece.length;
      });
      at++;
    }
    add(-1, -1, 0);
  }
  return { text: marked.replaceAll('·', ''), window };
}

/** Finds mentions where pieces of these words have features; what is not told of a piece makes it no edge of a mention. */
function find(marked: string, told: { readonly [piece: string]: Features }, wanted: readonly string[] = []): Mention[] {
  const { text, window } = windowOf(marked);
  const rows = window.start.flatMap((start, piece) => {
    const features = {
      open: [-10],
      close: [-10],
      ...(start < 0 ? {} : told[text.slice(start, window.end[piece])]),
    } as Features;
    return Object.entries(layout.features).flatMap(
      ([name, width]) => features[name] ?? Array.from({ length: width }, () => 0),
    );
  });
  const spans = wanted.map((words): Span => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  const found = findMentions(text, window, Float32Array.from(rows), layout, spans);
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  return found;
}

const words = (mentions: readonly Mention[]): string[] => mentions.map(({ text }) => text);
const open: Features = { open: [1] };
const close: Features = { close: [-1] };
const both: Features = { open: [1], close: [-1] };

describe('findMentions', () => {
  it('takes a span whose first piece opens and whose last piece closes a mention', () => {
    expect(words(find('then Mara Lind left', { Mara: open, Lind: close }))).toEqual(['Mara Lind']);
  });

  it('takes even odds and nothing less', () => {
    expect(words(find('Lind left', { Lind: { open: [1], close: [-1] } }))).toEqual(['Lind']);
    expect(words(find('Lind left', { Lind: { open: [1], close: [-1.01] } }))).toEqual([]);
  });

  it('lets the two ends decide together', () => {
    const told = {
      Mara: { open: [0], left: [2] },
      Lind: { close: [-5], right: [3] },
      left: { close: [-5], right: [-3] },
    };
    expect(words(find('Mara Lind left', told))).toEqual(['Mara Lind']);
  });

  it('gives them by their start, the longer first', () => {
    expect(words(find('the chief of Varo left', { the: open, chief: close, Varo: both }))).toEqual([
      'the chief of Varo',
      'the chief',
      'Varo',
    ]);
  });

  it('starts and ends no mention within a word', () => {
    expect(words(find('Ok·onjo left', { Ok: both, onjo: both }))).toEqual(['Okonjo']);
    expect(words(find('Ok·onjo left', { Ok: both }))).toEqual([]);
    expect(words(find('Ok·onjo left', { onjo: both }))).toEqual([]);
  });

  it('runs over no end of a paragraph', () => {
    expect(words(find('Mara\nLind left', { Mara: open, Lind: close }))).toEqual([]);
  });

  it('ends a mention at the end of the window', () => {
    expect(words(find('then Mara Ok·onjo', { Mara: open, onjo: close }))).toEqual(['Mara Okonjo']);
  });

  it('takes at most 24 pieces', () => {
    const told = { Mara: open, Lind: close };
    expect(words(find(`Mara${' x'.repeat(22)} Lind`, told))).toHaveLength(1);
    expect(words(find(`Mara${' x'.repeat(23)} Lind`, told))).toHaveLength(0);
  });

  it('takes wanted spans in any case, and once', () => {
    expect(words(find('Mara Lind left Varo', { Varo: both }, ['Mara Lind', 'Varo']))).toEqual(['Mara Lind', 'Varo']);
    expect(words(find(`Mara${' x'.repeat(40)} Lind`, {}, [`Mara${' x'.repeat(40)} Lind`]))).toHaveLength(1);
  });

  it('takes what ends before a relative pronoun and is several', () => {
    const told = { some: { open: [-1] }, harbour: { open: [-2] }, voters: { open: [-3], close: [-9] } };
    expect(words(find('some harbour voters who left', told, ['who']))).toEqual(['some harbour voters', 'who']);
    expect(words(find('some harbour voter who left', told, ['who']))).toEqual(['who']);
    expect(words(find('some harbour voters left', told, ['left']))).toEqual(['left']);
  });

  it('passes over a wanted span that begins or ends within a piece, or is not in the window', () => {
    expect(words(find('Mara Lind left', {}, ['ara Lind', 'Mara Lin', 'Varo']))).toEqual([]);
  });

  it('adds up what the first and the last piece say of a mention', () => {
    const told = {
      Mara: { ...open, type_start: [1, 2], type_end: [90, 90], new_start: [4], query_start: [1, 2], key_start: [5, 6] },
      Lind: {
        ...close,
        type_end: [10, 20],
        type_start: [90, 90],
        new_end: [40],
        query_end: [10, 20],
        key_end: [50, 60],
      },
    };
    expect(find('Mara Lind left', told)[0]).toMatchObject({
      types: Float32Array.of(11, 22),
      newness: 44,
      query: Float32Array.of(11, 22),
      key: Float32Array.of(55, 66),
    });
  });

  it('adds up both sides of the same piece', () => {
    const told = { Lind: { ...both, type_start: [1, 2], type_end: [10, 20], new_start: [4], new_end: [40] } };
    expect(find('Lind left', told)[0]).toMatchObject({ types: Float32Array.of(11, 22), newness: 44 });
  });

  it('keeps nothing of the window’s features alive', () => {
    const [found] = find('Lind left', { Lind: both });
    expect([found!.types, found!.query, found!.key].map(({ buffer }) => buffer.byteLength)).toEqual([8, 8, 8]);
  });

  it('tells what kind of expression a mention is, and how it looks', () => {
    const told = { the: open, chief: close, She: both, Lind: both };
    expect(find('the chief\nLind\nShe', told).map(({ kind, looks }) => [kind, looks.joined])).toEqual([
      ['nominal', 'chief'],
      ['name', 'lind'],
      ['pronoun', 'she'],
    ]);
  });

  it('keeps its place behind emoji, combining marks and right-to-left text', () => {
    expect(words(find('🚧 قال Re\u0301ne 💧 left', { 'Re\u0301ne': both, قال: both }))).toEqual([
      'قال Re\u0301ne',
      'قال',
      'Re\u0301ne',
    ]);
  });

  it('reads features in whatever order the network lays them out', () => {
    const text = 'Lind';
    const window: Window = { ids: [0, 1, 0], start: [-1, 0, -1], end: [-1, 4, -1], first: [0, 1, 0] };
    const backwards = Object.entries(layout.features).reverse();
    const row = backwards.flatMap(([name, width]) => Array.from({ length: width }, () => (name === 'new_end' ? 7 : 0)));
    const features = Float32Array.from([...row, ...row, ...row]);
    const [found] = findMentions(text, window, features, { ...layout, features: Object.fromEntries(backwards) }, []);
    expect(found).toMatchObject({ text, newness: 7 });
  });

  it('finds nothing in a window without words', () => {
    const window: Window = { ids: [0, 0], start: [-1, -1], end: [-1, -1], first: [0, 0] };
    expect(findMentions('', window, new Float32Array(2 * 16), layout, [])).toEqual([]);
  });
});
