import { describe, expect, it } from 'vitest';
import { labelGold } from './gold.ts';
import { parseGold, parseLabels, parsePrediction } from './parse-gold.ts';

const spans = { source: [[0, 3]], cue: [[4, 8]], content: [[9, 11]] };
const labels = {
  speaker: 'Rao',
  sourceType: 'person',
  quotation: 'indirect',
  stance: 'asserts',
  distance: 'neutral',
  disputes: ['b', [0, 3]],
};
const meaning = { ...labels, disputes: ['b', { start: 0, end: 3 }] };
const document = (attribution: object): object => ({ id: 1, text: 'Rao said so.', attributions: [attribution] });

describe('parseGold', () => {
  it('reads the labels that attributions carry', () => {
    const { id, attributions, aliases } = parseGold(
      { ...document({ id: 'a', ...spans, ...labels }), aliases: [['Rao']] },
      1,
    );
    expect([id, attributions[0]!.id, aliases]).toEqual(['1', 'a', [['Rao']]]);
    expect(attributions[0]!.meaning).toEqual(meaning);
  });

  it('knows an attribution without a stance as not labelled, and one without an id by its place', () => {
    const { attributions, aliases } = parseGold(document({ ...spans, speaker: 'Rao' }), 1);
    expect(attributions).toMatchObject([{ id: '0', meaning: null }]);
    expect(aliases).toBeNull();
  });

  it.each([
    [{ id: 'a', text: 3 }, 'Expected a document with its attributions, got a number at “text” (line 7)'],
    [
      document({ ...spans, cue: 4 }),
      'Expected a document with its attributions, got a number at “attributions.0.cue” (line 7)',
    ],
    [
      document({ ...spans, ...labels, distance: undefined }),
      'Expected neutral, distancing or endorsing, got nothing at “attributions.0.distance” (line 7)',
    ],
    [
      document({ ...spans, ...labels, stance: 'says' }),
      'Expected asserts, denies, doubts, accuses, believes, intends, directs, asks or refuses, got “says” at “attributions.0.stance” (line 7)',
    ],
    [
      document({ ...spans, ...labels, disputes: [{}] }),
      'Expected a document with its attributions, got an object at “attributions.0.disputes.0” (line 7)',
    ],
    ['nothing', 'Expected a document with its attributions, got a string (line 7)'],
  ])('says where a reference line is not one: %j', (value, message) => {
    expect(() => parseGold(value, 7)).toThrow(expect.objectContaining({ code: 'document-invalid', message }));
  });
});

describe('parsePrediction', () => {
  it('reads what an attribution carries, all of it optional but the spans', () => {
    const { attributions } = parsePrediction(
      { id: 'a', attributions: [{ ...spans, ...labels, id: 4, confidence: 0.5 }, { ...spans, stance: null }, {}] },
      1,
    );
    expect(attributions[0]).toMatchObject({ ...meaning, id: '4', confidence: 0.5 });
    expect(attributions[1]).toMatchObject({ stance: null, source: [{ start: 0, end: 3 }] });
    expect(attributions[2]).toEqual({ source: [], cue: [], content: [] });
  });

  it.each([
    [{ confidence: 1.5 }, 'Expected a number from 0 to 1, got “1.5” at “attributions.0.confidence” (line 2)'],
    [{ sourceType: 'x'.repeat(90) }, `got “${'x'.repeat(40)}…” at “attributions.0.sourceType” (line 2)`],
  ])('says where a prediction is not one: %j', (attribution, message) => {
    expect(() => parsePrediction({ id: 'a', attributions: [attribution] }, 2)).toThrow(message);
  });
});

describe('labelGold', () => {
  const gold = parseGold(document({ id: 'a', ...spans, ...labels, stance: 'denies' }), 1);

  it('puts labels that were kept apart in the place of all the document has', () => {
    const row = parseLabels({ id: 1, layer2: { a: labels }, notes: 'hard' }, 1);
    expect(row.id).toBe(gold.id);
    expect(labelGold(gold, row).attributions[0]!.meaning).toEqual(meaning);
    expect(labelGold(gold, parseLabels({ id: 1, layer2: { b: labels } }, 1)).attributions[0]!.meaning).toBeNull();
  });

  it('leaves a document as it is where there are none', () => {
    expect(labelGold(gold, parseLabels({ id: 1 }, 1)).attributions).toEqual(gold.attributions);
  });

  it('takes the aliases of the labels where the document has none', () => {
    const row = parseLabels({ id: 1, layer2: {}, aliases: [['Rao', 'he']] }, 1);
    expect(labelGold(gold, row).aliases).toEqual([['Rao', 'he']]);
    expect(labelGold({ ...gold, aliases: [] }, row).aliases).toEqual([]);
  });

  it('says where a line of labels is not one', () => {
    expect(() => parseLabels({ id: 1, layer2: { a: { ...labels, speaker: 3 } } }, 4)).toThrow(
      'Expected an id and labels of attributions, got a number at “layer2.a.speaker” (line 4)',
    );
  });
});
