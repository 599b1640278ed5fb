import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { createDocument } from '../document/index.ts';
import { shippedModelPath } from '../inference/index.ts';
import { segmentContents, segmentDocument } from './segment-document.ts';
import { WordPiece } from './wordpiece.ts';

const wordPiece = new WordPiece(readFileSync(`${shippedModelPath('attribution')}/vocab.txt`, 'utf8'));

/** First and last word of the windows of each content. */
function edges(notation: string): [string, string][] {
  const { text, attributions } = annotate(notation);
  return segmentContents(createDocument(text), attributions, wordPiece, 64).map(({ windows }) => {
    const starts = windows.flatMap(({ start }) => start.filter((s) => s >= 0));
    const ends = windows.flatMap(({ end }) => end.filter((e) => e >= 0));
    return [text.slice(starts[0], starts[0]! + 4), text.slice(ends.at(-1)! - 4, ends.at(-1))];
  });
}

describe('segmentDocument', () => {
  it('leaves the dateline out of what is read', () => {
    const text = 'Tunnel leaks\n\nPORT VARDO (Meridian) — It leaked, Rao said.';
    const start = text.indexOf('PORT');
    const dateline = { span: { start, end: start + 23 }, place: { start, end: start + 10 }, agency: null, date: null };
    const { windows } = segmentDocument(createDocument(text, { dateline }), wordPiece, 64);
    const words = windows[0]!.start.map((s, i) => (s < 0 ? '|' : text.slice(s, windows[0]!.end[i])));
    expect(words.join(' ')).toBe('| Tunnel leaks | It leaked , Rao said . |');
  });
});

describe('segmentContents', () => {
  it('leaves the quotation marks around a content out', () => {
    expect(edges('[“Lund denied that it leaked at all.”](content) [said](cue) [Rao](source).')).toEqual([
      ['Lund', 'all.'],
    ]);
  });

  it('leaves out the “that” before a clause', () => {
    expect(edges('[Rao](source) [said](cue) [that “Lund denied that it leaked”](content).')).toEqual([
      ['Lund', 'aked'],
    ]);
  });

  it('takes the pieces of one content together', () => {
    expect(edges('[“Lund denied it,](content)” [said](cue) Rao, “[and then he left us.”](content)')).toEqual([
      ['Lund', ' us.'],
    ]);
  });

  it('leaves out contents too short to hold an attribution', () => {
    expect(edges('[Rao](source) [said](cue) [he lied](content).')).toEqual([]);
  });

  it('finds no words in a content of nothing but opening marks', () => {
    expect(edges(`[Rao](source) [said](cue) [that ${'“ ‘'.repeat(20)}](content).`)).toEqual([]);
  });

  it.each([' ', "'", '“', '”', 'that '])('stands a content with a gap of %j', (unit) => {
    const text = `It leaked${unit.repeat(100_000)}again`;
    const content = [{ start: 0, end: text.length }];
    const started = performance.now();
    expect(segmentContents(createDocument(text), [{ source: [], cue: [], content }], wordPiece, 64)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
