import { describe, expect, it } from 'vitest';
import { annotate, numberAttributions } from '../attribution/index.ts';
import { createDocument, noMetadata } from '../document/index.ts';
import { AccordingError } from '../errors.ts';
import { errorLine, toInterchange } from './interchange.ts';

const model = { name: 'none', version: '0' };

describe('toInterchange', () => {
  it('writes spans as pairs of UTF-16 offsets', () => {
    const { text, attributions } = annotate('💧 [Ana](source) [said](cue) [it](content), [too](content).');
    const [written] = toInterchange({
      document: createDocument(text),
      attributions: numberAttributions(attributions),
      model,
    }).attributions;
    expect(written).toMatchObject({
      id: 'a1',
      source: [[3, 6]],
      cue: [[7, 11]],
      content: [
        [12, 14],
        [16, 19],
      ],
    });
  });

  it('leaves out what is not known', () => {
    const written = toInterchange({ document: createDocument('Rain.'), attributions: [], model });
    expect(Object.keys(written)).toEqual(['id', 'text', 'sha256', 'attributions', 'diagnostics', 'model']);
  });

  it('writes what is known, and the place of a diagnostic where it has one', () => {
    const [span, place, date] = [
      { start: 0, end: 14 },
      { start: 0, end: 4 },
      { start: 6, end: 13 },
    ];
    const document = createDocument('BRIM, March 3 — Rain.', {
      id: '7',
      metadata: { ...noMetadata, title: 'Rain', authors: ['Tove Halloran'] },
      dateline: { span, place, agency: null, date },
      diagnostics: [
        { code: 'not-english', message: 'Expected English', span: null },
        { code: 'unclosed-quotation', message: 'Expected a mark', span: place },
      ],
    });
    expect(toInterchange({ document, attributions: [], model })).toMatchObject({
      id: '7',
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
