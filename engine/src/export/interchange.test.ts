import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { AccordingError } from '../errors.ts';
import { errorLine, toInterchange } from './interchange.ts';

describe('toInterchange', () => {
  it('writes spans as pairs of UTF-16 offsets', () => {
    const read = handMade('💧 [Ana](source) [said](cue) [it](content), [too](content).', {
      statements: { 1: { entity: 'e1' } },
      entities: { e1: { name: 'Ana', roles: ['too'] } },
      ownVoice: ['💧'],
    });
    const written = toInterchange(read);
    expect(written.attributions[0]).toMatchObject({
      id: 'a1',
      source: [[3, 6]],
      cue: [[7, 11]],
      content: [
        [12, 14],
        [16, 19],
      ],
    });
    expect(written.entities).toEqual([
      { id: 'e1', name: 'Ana', type: 'person', mentions: [[3, 6]], aliases: [], roles: [[16, 19]] },
    ]);
    expect(written.ownVoice).toEqual([[0, 2]]);
  });

  it('writes who speaks, what it means, and what it disputes: statements by id, words of the report by place', () => {
    const read = handMade(
      'Rain fell. [Ana](source 1) [said](cue 1) [it leaks](content 1). [The firm](source 2) [disputed](cue 2) [it](content 2).',
      {
        statements: {
          2: {
            speaker: 'firm',
            sourceType: 'organisation',
            quotation: 'mixed',
            stance: 'denies',
            distance: 'distancing',
            disputes: [1, 'Rain fell.'],
            confidence: 0.123456,
          },
        },
      },
    );
    expect(toInterchange(read).attributions[1]).toMatchObject({
      speaker: 'firm',
      entity: null,
      sourceType: 'organisation',
      quotation: 'mixed',
      stance: 'denies',
      distance: 'distancing',
      disputes: ['a1', [0, 10]],
      confidence: 0.123,
    });
  });

  it('writes to whom, when, where and on what occasion, each as a place of the text', () => {
    const read = handMade(
      '[Ana](source 1) [told](cue 1) us on Monday in Brim after mass [it leaks](content 1). [Bo](source 2) [agreed](cue 2) in May.',
      {
        statements: {
          1: { addressee: 'us', time: ['on Monday', '2026-03-02'], place: 'in Brim', occasion: 'after mass' },
          2: { time: ['in May', null] },
        },
      },
    );
    expect(toInterchange(read).attributions).toMatchObject([
      {
        addressee: [9, 11],
        said: { time: { span: [12, 21], date: '2026-03-02' }, place: [22, 29], occasion: [30, 40] },
      },
      { addressee: null, said: { time: { span: [61, 67], date: null }, place: null, occasion: null } },
    ]);
    expect(toInterchange(handMade('[Ana](source) [spoke](cue).')).attributions[0]).toMatchObject({
      addressee: null,
      said: null,
    });
  });

  it('leaves out what is not known of the document', () => {
    expect(Object.keys(toInterchange(handMade('Rain.')))).toEqual([
      'id',
      'text',
      'sha256',
      'attributions',
      'entities',
      'ownVoice',
      'diagnostics',
      'model',
    ]);
  });

  it('writes what is known, and the place of a diagnostic where it has one', () => {
    const [span, place, date] = [
      { start: 0, end: 14 },
      { start: 0, end: 4 },
      { start: 6, end: 13 },
    ];
    const read = handMade('BRIM, March 3 — Rain.', {
      metadata: { title: 'Rain', authors: ['Tove Halloran'] },
      document: {
        dateline: { span, place, agency: null, date },
        diagnostics: [
          { code: 'not-english', message: 'Expected English', span: null },
          { code: 'unclosed-quotation', message: 'Expected a mark', span: place },
        ],
      },
    });
    expect(toInterchange(read)).toMatchObject({
      title: 'Rain',
      authors: ['Tove Halloran'],
      dateline: { span: [0, 14], place: [0, 4], agency: null, date: [6, 13] },
      diagnostics: [
        { code: 'not-english', message: 'Expected English' },
        { code: 'unclosed-quotation', message: 'Expected a mark', span: [0, 4] },
      ],
    });
  });
});

describe('errorLine', () => {
  it('bears code, message, line, and the id where there is one', () => {
    const error = new AccordingError('json-invalid', 'Expected a JSON object, got “x” (line 3)');
    expect(JSON.parse(errorLine(error, 3))).toEqual({
      error: { code: 'json-invalid', message: error.message, line: 3 },
    });
    expect(JSON.parse(errorLine(error, 3, 0))).toMatchObject({ id: 0 });
  });
});
