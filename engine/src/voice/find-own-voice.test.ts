import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, roles, type RoleSpans } from '../attribution/index.ts';
import { createDocument, type Span } from '../document/index.ts';
import { findOwnVoice } from './find-own-voice.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Where the reference data lies beside a checkout; `ACCORDING_DATA` names another place. */
const seed = `${process.env['ACCORDING_DATA'] ?? `${root}../shared/data`}/seed/reference.jsonl`;

function own(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  return findOwnVoice(createDocument(text), attributions).map(({ start, end }) => text.slice(start, end));
}

describe('findOwnVoice', () => {
  it('gives sentences without a role, each on its own', () => {
    expect(
      own(
        'The dam broke on Monday. [Rao](source) [said](cue) [it leaked](content). Work begins in May. Oslo pays half of it.',
      ),
    ).toEqual(['The dam broke on Monday.', 'Work begins in May.', 'Oslo pays half of it.']);
  });

  it.each([
    ['a headline', 'Council approves harbour plan'],
    ['a headline in capitals', 'COUNCIL APPROVES THE HARBOUR PLAN'],
    ['a headline with capitals', 'Harbour Plan Wins Council’s Approval'],
    ['a question', 'Will the dam ever be closed?'],
    ['a sentence with a title in marks', 'Her song “Harbour Lights” was played at noon.'],
    ['a sentence with scare quotes', 'The council’s "leak squad" has left the port.'],
    ['a present tense', 'The river runs north through three towns.'],
    ['a contraction', 'It’s the third leak this year.'],
    ['a name and an age', 'Ana Rao, 42, faces a trial in May.'],
    ['emoji and combining marks', '🚧 Réne\u0301 Lund has left the port 💧.'],
    ['a sentence in brackets', '(Neither firm has opened a pit since.)'],
  ])('takes %s', (_, text) => {
    expect(own(text)).toEqual([text]);
  });

  it.each([
    ['a section label', 'THE DAM'],
    ['a label with a stop', 'A Hard Winter Ahead.'],
    ['single words', 'Again.'],
    ['too few words', 'He left.'],
    ['a fragment', 'So much for the old plan of the port.'],
    ['marks alone', '* * *'],
    ['a rule of signs', '___.'],
    ['a time', '7:30 p.m.'],
    ['a byline', 'By Ana Okonjo and Piet Lund'],
    ['a photo credit', 'Photo: Ana Okonjo has taken it'],
    ['a picture agency', 'Getty Images has more'],
    ['a link', 'Read more: The dam has been closed'],
    ['a related link', 'RELATED: Council has approved the plan'],
    ['a call to follow', 'Follow Ana Okonjo on Twitter @okonjo; she is there.'],
    ['a call to subscribe', 'Sign up for the letter that we send every day.'],
    ['a line on who helped', 'Piet Lund contributed to this report.'],
    ['a line on who wrote', 'Ana Okonjo is a reporter for the Vardo Herald.'],
    ['a note on versions', 'This article has been updated with a reply of the port.'],
    ['a correction', 'Correction: The dam was built in 1961.'],
    ['rights', '© 2026 Vardo Herald. All rights reserved.'],
    ['a quotation', '“The dam has been leaking since May.”'],
    ['a quotation with single marks', "'The dam has been leaking since May,' she said."],
    ['a quotation with doubled marks', "''The dam has been leaking since May,'' she said."],
    ['a quotation that stays open', '“The dam has been leaking since May.'],
    ['an order', 'Look at the dam for a moment.'],
  ])('leaves out %s', (_, text) => {
    expect(own(text)).toEqual([]);
  });

  it('leaves out the dateline, and takes what stands behind it', () => {
    const text = 'PORT VARDO (Meridian) — The dam broke on Monday.';
    const dateline = { span: { start: 0, end: 23 }, place: { start: 0, end: 10 }, agency: null, date: null };
    expect(findOwnVoice(createDocument(text, { dateline }), [])).toEqual([{ start: 24, end: text.length }]);
  });

  it('puts lines together that an editor has wrapped, and no headline with them', () => {
    const lines = [
      'Council Approves A Plan To Rebuild The Harbour Wall',
      'The council approved a plan on Monday to rebuild the wall that',
      'the sea broke in March. Work on it begins in',
      'May.',
    ];
    expect(own(lines.join('\n'))).toEqual([
      lines[0],
      `${lines[1]}\nthe sea broke in March.`,
      'Work on it begins in\nMay.',
    ]);
  });

  it('counts in UTF-16 code units', () => {
    const { text, attributions } = annotate(
      '👩🏽‍🚒 [Ráo](source) [قالت](cue) [💧 it leaked](content). 🚧 The dam has been closed.',
    );
    const spans = findOwnVoice(createDocument(text), attributions);
    expect(spans).toEqual([{ start: text.indexOf('🚧'), end: text.length }]);
  });

  it('never takes in a word of a role, and keeps order, whatever the text', () => {
    const piece = fc.constantFrom(
      'Rao ',
      'the dam ',
      'broke ',
      'was ',
      'and ',
      'while ',
      'who ',
      ', ',
      '; ',
      '— ',
      '(',
      ') ',
      '. ',
      '“',
      '” ',
      '"',
      "'",
      '💧 ',
      '\n',
      'said ',
      'that ',
      'on Monday ',
    );
    const span = fc.tuple(fc.nat(120), fc.nat(30)).map(([start, length]): Span => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(span, { maxLength: 4 }), (pieces, taken) => {
        const text = pieces.join('');
        const attributions: RoleSpans[] = taken.map((content) => ({ source: [], cue: [], content: [content] }));
        const spans = findOwnVoice(createDocument(text), attributions);
        for (const [index, found] of spans.entries()) {
          const shared = taken.map(({ start, end }) =>
            text.slice(Math.max(start, found.start), Math.min(end, found.end)),
          );
          expect(shared.join('').trim()).toBe('');
          expect(text.slice(found.start, found.end)).toBe(text.slice(found.start, found.end).trim());
          expect(found.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
      }),
      // A fixed seed: the same texts every time.
      { numRuns: 500, seed: 20261123 },
    );
  });

  it.each([
    'a',
    'a ',
    '(',
    '(a ',
    '"',
    "'",
    ', ',
    'and ',
    'and was ',
    'who ',
    'by ',
    '\n',
    'a b c d e\n',
    '"a b c d\n',
    '💧',
    'U.S. ',
    '; it was ',
    'slowly ',
  ])('takes time in proportion to the length of %j over and over', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const attributions = Array.from({ length: 1000 }, (_, i): RoleSpans => ({
      source: [],
      cue: [],
      content: [{ start: i * 300, end: i * 300 + 2 }],
    }));
    const start = performance.now();
    findOwnVoice(createDocument(text), attributions);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it.skipIf(!existsSync(seed))('finds exactly the reference’s own voice in the reference report', () => {
    const { text, ownVoice, attributions } = JSON.parse(readFileSync(seed, 'utf8').split('\n')[0]!) as {
      text: string;
      ownVoice: [number, number][];
      attributions: Record<(typeof roles)[number], [number, number][]>[];
    };
    const spans = (ranges: [number, number][]): Span[] => ranges.map(([start, end]) => ({ start, end }));
    const gold = attributions.map(({ source, cue, content }): RoleSpans => ({
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
    }));
    expect(findOwnVoice(createDocument(text), gold)).toEqual(spans(ownVoice));
  });
});
