import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, type RoleSpans } from '../attribution/index.ts';
import { addHedges } from './add-hedges.ts';

/** What is added to the attributions of a text in inline notation, as `cue | content | content`. */
function added(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  return addHedges(text, attributions, (spans) => spans)
    .slice(attributions.length)
    .map(({ source, cue, content }) => {
      expect(source).toEqual([]);
      return [...cue, ...content].map(({ start, end }) => text.slice(start, end)).join(' | ');
    });
}

describe('addHedges', () => {
  it.each([
    ['between subject and verb', 'Rao reportedly left the port.', 'reportedly | Rao | left the port'],
    ['behind an auxiliary', 'The port has reportedly been closed.', 'reportedly | The port has | been closed'],
    ['in front', 'Reportedly, the port was closed.', 'Reportedly | the port was closed'],
    ['between commas', 'The port has, reportedly, been closed.', 'reportedly | The port has | been closed'],
    ['with a relative pronoun', 'Lund, who allegedly sold the pumps, left.', 'allegedly | who | sold the pumps'],
    ['on an object', 'The pumps he allegedly sold are gone.', 'allegedly | The pumps he | sold are gone'],
    ['allegedly', 'Rao allegedly sold it.', 'allegedly | Rao | sold it'],
    ['purportedly', 'The letter was purportedly his.', 'purportedly | The letter was | his'],
    ['supposedly', 'Rao supposedly sold it.', 'supposedly | Rao | sold it'],
  ])('takes an adverb: %s', (_, text, expected) => {
    expect(added(text)).toEqual([expected]);
  });

  it.each([
    ['is believed to', 'Rao is believed to have left.', 'is believed | Rao | to have left'],
    ['are understood to', 'They are understood to be in Oslo.', 'are understood | They | to be in Oslo'],
    ['was said to', 'Rao was said to be ill.', 'was said | Rao | to be ill'],
    ['were thought to', 'The pumps were long thought to be safe.', 'were long thought | The pumps | to be safe'],
    ['is rumoured to', 'Rao is rumoured to be ill.', 'is rumoured | Rao | to be ill'],
    ['is rumored to', 'Rao is rumored to be ill.', 'is rumored | Rao | to be ill'],
    ['is alleged to', 'Rao is alleged to have sold it.', 'is alleged | Rao | to have sold it'],
    ['has been reported to', 'Rao has been reported to be ill.', 'has been reported | Rao | to be ill'],
    ['a denial', 'The dam is not thought to be safe.', 'is not thought | The dam | to be safe'],
    ['who is said to', 'Rao, who is said to be ill, left.', 'is said | who | to be ill'],
    ['it is believed that', 'It is widely believed that Rao left.', 'is widely believed | that Rao left'],
    ['it’s been reported that', 'It’s been reported that Rao left.', 'It’s been reported | that Rao left'],
    ['it is said, between commas', 'The port, it is said, was sold.', 'it is said | The port | was sold'],
  ])('takes a passive: %s', (_, text, expected) => {
    expect(added(text)).toEqual([expected]);
  });

  it.each([
    ['an adverbial in front', 'In total, Rao reportedly sold nine.', 'reportedly | Rao | sold nine'],
    ['a conjunction in front', 'But Rao reportedly left.', 'reportedly | Rao | left'],
    ['a clause in front', 'Lund stayed, but Rao reportedly left.', 'reportedly | Rao | left'],
    ['a subordinator', 'Lund was shot after he allegedly sold it.', 'allegedly | he | sold it'],
    ['an apposition', 'Rao, the head of the port, reportedly left.', 'reportedly | Rao, the head of the port | left'],
    ['an age', 'Rao, 42, reportedly left.', 'reportedly | Rao, 42 | left'],
    ['a party', 'Rep. Ana Rao (D-N.H.) reportedly left.', 'reportedly | Rep. Ana Rao (D-N.H.) | left'],
    ['a clause behind “but”', 'Rao reportedly left, but Lund stayed.', 'reportedly | Rao | left'],
    ['a clause behind “which”', 'Rao reportedly left, which angered Lund.', 'reportedly | Rao | left'],
    ['a clause behind “as”', 'Rao is reportedly leaving as she nears sixty.', 'reportedly | Rao is | leaving'],
    ['a clause behind a semicolon', 'Rao reportedly left; Lund stayed.', 'reportedly | Rao | left'],
    ['a participle behind', 'Rao reportedly left, leaving Lund alone.', 'reportedly | Rao | left'],
    ['a main clause behind', 'Although Rao is said to be ill, she left.', 'is said | Rao | to be ill'],
    ['an absolute', 'With Rao reportedly leaving the port, Lund stayed.', 'reportedly | Rao | leaving the port'],
    ['an adjunct', 'The port has cut its staff, reportedly leaving nine.', 'reportedly | leaving nine'],
    ['a second verb', 'Lund left and was reportedly ill.', 'reportedly | was | ill'],
    ['brackets around', 'The port (it was reportedly sold) is shut.', 'reportedly | it was | sold'],
    ['a quotation at the end', 'Rao was said to be “very ill.” She left.', 'was said | Rao | to be “very ill.”'],
    ['a list', 'Rao reportedly sold pumps, pipes and gates.', 'reportedly | Rao | sold pumps, pipes and gates'],
    ['a sentence behind', 'Rao reportedly left. Lund stayed.', 'reportedly | Rao | left'],
    [
      'emoji and other scripts',
      '🚧 إنّ 👩🏽‍🚒. Réne\u0301 Ráo reportedly left 💧.',
      'reportedly | Réne\u0301 Ráo | left 💧',
    ],
  ])('takes the clause around it, and no more: %s', (_, text, expected) => {
    expect(added(text)).toEqual([expected]);
  });

  it.each([
    ['a hedge in a content', '[Lund](source) [said](cue) [Rao reportedly left](content).'],
    ['a hedge that is a cue', '[The port has](content) [reportedly](cue) [been closed](content).'],
    ['a hedge in a source', '[Lund, who allegedly sold it,](source) [said](cue) [no](content).'],
    ['a clause with another cue in it', '[Rao](source) reportedly [denied](cue) [it](content).'],
    ['a hedge in a quotation', '“Rao has reportedly left the port.”'],
    ['an adverb to a noun', 'The council closed a supposedly safe dam and the allegedly empty port.'],
    ['a belief with a believer', 'Rao is believed by Lund to have left.'],
    ['a report', 'The leak was reported on Monday.'],
    ['an expectation', 'Rao is expected to leave.'],
    ['an active verb', 'Rao said to leave it.'],
    ['a word that begins like one', 'The reportedlyness of it is odd.'],
    ['a hedge alone', 'Reportedly.'],
    ['nothing', ''],
  ])('leaves alone %s', (_, notation) => {
    expect(added(notation)).toEqual([]);
  });

  it('takes several of one text, and one of those in the same clause', () => {
    expect(added('Rao reportedly left. Lund is said to have reportedly stayed; Ek allegedly sold it.')).toEqual([
      'reportedly | Rao | left',
      'is said | Lund | to have reportedly stayed',
      'allegedly | Ek | sold it',
    ]);
  });

  it('keeps the attributions there are, and makes the new ones the caller’s', () => {
    const known = { source: [], cue: [{ start: 20, end: 23 }], content: [], probability: 0.5 };
    const result = addHedges(
      'Rao reportedly left. Lund said no.',
      [known],
      (spans) => ({ ...spans, probability: null as number | null }) as typeof known,
    );
    expect(result[0]).toBe(known);
    expect(result[1]).toMatchObject({ source: [], probability: null });
  });

  it('adds spans within the text that share no character with each other, whatever the text', () => {
    const piece = fc.constantFrom(
      'Rao ',
      'reportedly ',
      'is said to ',
      'it is believed that ',
      'who ',
      'and ',
      ', ',
      '; ',
      '(',
      ') ',
      '. ',
      '“',
      '” ',
      '💧 ',
      '\n',
      'he ',
      'the pump ',
      'as ',
      'left ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { cue, content } of addHedges<RoleSpans>(text, [], (spans) => spans)) {
          const spans = [...cue, ...content].sort((a, b) => a.start - b.start);
          for (const [index, { start, end }] of spans.entries()) {
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
          }
        }
      }),
    );
  });

  it.each([
    'reportedly ',
    'reportedly; ',
    'is ',
    'was slowly ',
    'it ',
    'reportedly. ',
    'a',
    'Rao, ',
    '(',
    'is said to ',
  ])('takes time in proportion to the length of %j over and over', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const start = performance.now();
    addHedges<RoleSpans>(text, [], (spans) => spans);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
