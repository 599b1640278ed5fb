import { describe, expect, it } from 'vitest';
import type { ReportReading, ReportStatement, Span } from '../../api/index.ts';
import { focusOn, placeOf, touches, viewOf } from './reading-view.ts';

const text = 'Tunnel late\n\nMs Rao said it leaked. Mr Lund denied it. It leaks.\n\n“No,” Lund said.';

const at = (words: string, from = 0): Span => ({
  start: text.indexOf(words, from),
  end: text.indexOf(words, from) + words.length,
});

function statement(
  id: string,
  name: string,
  spans: Pick<ReportStatement, 'source' | 'cue' | 'content'>,
): ReportStatement {
  return {
    kind: 'statement',
    id,
    ...spans,
    words: { source: '', cue: '', content: '' },
    sentence: { start: 0, end: text.length, text },
    speaker: name,
    entity: { id: name, name, type: 'person' },
    sourceType: 'person',
    quotation: 'indirect',
    stance: 'asserts',
    distance: 'neutral',
    confidence: 0.9,
    disputes: [],
    disputedBy: [],
    addressee: null,
    said: null,
    parent: null,
  } as unknown as ReportStatement;
}

const reading = {
  report: { title: 'Tunnel late' },
  text,
  statements: [
    {
      ...statement('s1', 'Rao', { source: [at('Ms Rao')], cue: [at('said')], content: [at('it leaked')] }),
      disputedBy: ['s2'],
    },
    {
      ...statement('s2', 'Lund', { source: [at('Mr Lund')], cue: [at('denied')], content: [at('it.', 40)] }),
      disputes: ['s1', 'of-no-reading'],
    },
    statement('s3', 'Lund', { source: [at('Lund', 60)], cue: [at('said', 60)], content: [at('“No,”')] }),
  ],
  ownVoice: [{ kind: 'own-voice', id: 'o1', span: { ...at('It leaks.'), text: 'It leaks.' }, disputedBy: ['s2'] }],
  entities: [
    { id: 'Lund', name: 'Lund', type: 'person', mentions: [at('Mr Lund'), at('Lund', 60)], aliases: [], roles: [] },
  ],
} as unknown as ReportReading;

describe('a reading made ready to be shown', () => {
  const view = viewOf(reading);

  it('has the title’s paragraph as its headline, and the rest as its body', () => {
    expect(text.slice(view.headline?.start, view.headline?.end)).toBe('Tunnel late');
    expect(view.body).toHaveLength(2);
  });

  it('tells who contradicts whom, the report’s own words included, and leaves out what is of another reading', () => {
    expect(view.entries.map(({ disputes, disputesOwn, disputedBy }) => [disputes, disputesOwn, disputedBy])).toEqual([
      [[], [], [1]],
      [[0], [0], []],
      [[], [], []],
    ]);
  });

  it('puts a statement’s number into the paragraph where it begins', () => {
    expect(view.body.map(({ starts }) => starts)).toEqual([[0, 1], [2]]);
  });

  it('gathers what each speaker says', () => {
    expect(view.parties).toEqual([
      { name: 'Rao', statements: [0] },
      { name: 'Lund', statements: [1, 2] },
    ]);
  });

  it('lights up a statement with its speaker, and with what it contradicts', () => {
    const focus = focusOn(view, reading, 's2')!;
    expect({ ...focus, against: [...focus.against], againstOwn: [...focus.againstOwn], by: [...focus.by] }).toEqual({
      statement: 1,
      clause: null,
      entity: 'Lund',
      against: [0],
      againstOwn: [0],
      by: [],
    });
    expect(view.body.map((paragraph) => touches(paragraph, focus))).toEqual([true, true]);
  });

  it('lights up a clause of own voice with who contradicts it', () => {
    const focus = focusOn(view, reading, 'o1')!;
    expect([focus.clause, [...focus.by]]).toEqual([0, [1]]);
    expect(view.body.map((paragraph) => touches(paragraph, focus))).toEqual([true, false]);
  });

  it('lights up nothing for an id of another reading', () => {
    expect(focusOn(view, reading, 'gone')).toBeNull();
  });
});

describe('a place in the address', () => {
  it('is marked in its paragraph', () => {
    const { body } = viewOf(reading, placeOf('17-20', text));
    const marked = body.flatMap(({ segments }) =>
      segments.filter(({ marks }) => marks.some(({ kind }) => kind === 'place')),
    );
    expect([marked[0]!.start, marked.at(-1)!.end]).toEqual([17, 20]);
  });

  it.each([[null], ['20-17'], ['3-3'], ['0-9999'], ['a-b'], ['-1-4']])('is none where it is %s', (at) => {
    expect(placeOf(at, text)).toBeNull();
  });
});
